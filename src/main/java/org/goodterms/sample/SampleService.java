package org.goodterms.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.goodterms.company.Address;
import org.goodterms.company.Company;
import org.goodterms.company.CompanyService;
import org.goodterms.company.Founding;
import org.goodterms.customer.Contact;
import org.goodterms.customer.ContactService;
import org.goodterms.customer.Customer;
import org.goodterms.customer.CustomerField;
import org.goodterms.customer.CustomerForm;
import org.goodterms.customer.CustomerService;
import org.goodterms.customer.Person;
import org.goodterms.db.Database;
import org.goodterms.db.Tx;
import org.goodterms.followup.FollowUp;
import org.goodterms.followup.FollowUpService;
import org.goodterms.kernel.Id;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Progress;
import org.goodterms.ledger.Chart;
import org.goodterms.ledger.Entry;
import org.goodterms.ledger.LedgerService;
import org.iban4j.CountryCode;
import org.iban4j.Iban;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * Makes the sample firm, a studio for shops and interiors in Hamburg: its forty customers and all that happened with them,
 * each on its day. Some of it is still open, late or contested, so that every screen has something to show.
 */
public final class SampleService {
    /** The seed of the sample book. */
    public static final long SEED = 1871;
    private final Rooms rooms;

    /** The rooms that the firm uses. */
    public record Rooms(Database db, CompanyService company, LedgerService ledger, CustomerService customers,
            ContactService contacts, FollowUpService followUps, SampleTradeService.Desk desk, SampleChasingService chasing) {
    }

    public SampleService(Rooms rooms) {
        this.rooms = rooms;
    }

    /**
     * Fills an empty book with the two years up to {@code today}. Nothing is acknowledged before all of it is on the disk.
     *
     * @param clock is told each day before it begins: what is recorded bears that day
     */
    public Outcome<Company> fill(long seed, LocalDate today, Consumer<LocalDate> clock, Progress progress) {
        List<Happening> plan = SampleCourse.of(seed, today);
        List<SampleFirm> firms = SampleFirm.all();
        SampleTradeService trade = new SampleTradeService(rooms.desk());
        return rooms.db().bulk(() -> {
            clock.accept(today.minusYears(2));
            Company company = found();
            List<Id<Customer>> customers = rooms.db().write(tx -> Outcome.ok(firms.stream().map(firm -> customer(tx, firm)).toList())).orThrow();
            int at = 0;
            while (at < plan.size()) {
                progress.stopIfCancelled();
                progress.at(at, plan.size(), "sample.making");
                LocalDate day = plan.get(at).day();
                List<Happening> now = new ArrayList<>();
                while (at < plan.size() && plan.get(at).day().equals(day)) {
                    now.add(plan.get(at++));
                }
                clock.accept(day);
                day(now, new Cast(firms, customers, trade));
            }
            clock.accept(today);
            finish(today, trade);
            return Outcome.ok(company);
        });
    }

    private Company found() {
        Company.Firm firm = new Company.Firm("Lark & Reed Studio GmbH", new Address("Gau\u00dfstra\u00dfe 60", "22765", "Hamburg", "", "DE"),
                "DE263914578", "HRB 118 204, Amtsgericht Hamburg",
                new Company.Reach("mira@larkandreed.example", "+49 40 5550 1871", "larkandreed.example", "Mira Okafor"));
        Founding founding = new Founding(firm, "EUR", "Europe/Berlin", "Hamburger Sparkasse\nIBAN DE89 3704 0044 0532 0130 00", "{YYYY}-{NNNN}", 1);
        Company company = rooms.db().write(tx -> {
            rooms.ledger().start(tx, Chart.accounts("DE"));
            return rooms.company().found(tx, founding);
        }).orThrow();
        for (String currency : List.of("CHF", "GBP", "USD")) {
            rooms.company().setPayTo(currency, "Hamburger Sparkasse, account in " + currency + "\nIBAN DE75 5121 0800 1245 1261 99").orThrow();
        }
        return company;
    }

    private Id<Customer> customer(Tx tx, SampleFirm firm) {
        int number = Integer.parseInt(firm.code().substring(2));
        CustomerForm form = rooms.customers().blank(tx).with(CustomerField.CODE, firm.code()).with(CustomerField.NAME, firm.name())
                .with(CustomerField.EMAIL, firm.mailbox("office"))
                .with(CustomerField.PHONE, "+49 40 5550 " + (2_000 + 7 * (number - 1_000)))
                .with(CustomerField.STREET, firm.place().street()).with(CustomerField.POSTCODE, firm.place().postcode())
                .with(CustomerField.CITY, firm.place().city()).with(CustomerField.COUNTRY, firm.place().country())
                .with(CustomerField.LANGUAGE, firm.trade().language()).with(CustomerField.CURRENCY, firm.trade().currency())
                .with(CustomerField.TERMS, firm.trade().terms()).with(CustomerField.TAX_ID, firm.trade().taxId())
                .with(CustomerField.SEGMENT, firm.trade().segment());
        if (firm.size() > 2) {
            form = form.with(CustomerField.CREDIT_LIMIT, firm.size() * 8_000 + ".00");
        }
        if (firm.payer() == Payer.RUN) {
            form = form.with(CustomerField.PAYMENT_RUN, "first and third Friday").with(CustomerField.CUT_OFF_DAY, "25")
                    .with(CustomerField.APPROVER, firm.person());
        }
        if (firm.domestic()) {
            form = form.with(CustomerField.IBAN, new Iban.Builder().countryCode(CountryCode.DE).bankCode("20050550")
                    .accountNumber("12%08d".formatted(number * 7_919L)).build().toString());
        }
        Person person = new Person(firm.person(), firm.size() > 3 ? "owner" : "accounts payable",
                firm.mailbox("accounts"), "", true, true);
        return rooms.customers().add(tx, form.withPersons(List.of(person))).orThrow().id();
    }

    private record Cast(List<SampleFirm> firms, List<Id<Customer>> customers, SampleTradeService trade) {
    }

    private void day(List<Happening> now, Cast cast) {
        rooms.db().write(tx -> {
            for (Happening happening : now) {
                switch (happening) {
                    case Happening.Spoken said -> rooms.contacts().log(tx, cast.customers().get(said.firm()), new Contact.Saying(said.day(),
                            said.means(), said.direction(), cast.firms().get(said.firm()).person(), said.outcome(), said.note(), "")).orThrow();
                    case Happening.Held held -> hold(tx, cast.customers().get(held.firm()), held.reason());
                    case Happening.Spent spent -> spend(tx, spent);
                    case Happening.Noted noted -> note(tx, cast.customers().get(noted.firm()), noted, cast.trade());
                    default -> cast.trade().happen(tx, happening, cast.firms(), cast.customers());
                }
            }
            return Outcome.ok(now.size());
        }).orThrow();
        cast.trade().afterwards(now);
    }

    private void spend(Tx tx, Happening.Spent spent) {
        Money net = Money.ofMinor(CurrencyUnit.EUR, spent.net());
        Money tax = Money.ofMinor(CurrencyUnit.EUR, spent.tax());
        rooms.ledger().post(tx, new Entry(spent.day(), spent.text(), new Entry.Source("hand", null), List.of(
                Entry.Posting.debit(Chart.EXPENSES, net), Entry.Posting.debit(Chart.INPUT_TAX, tax),
                Entry.Posting.credit(Chart.BANK, net.plus(tax)))).withoutZeroLines());
    }

    private void hold(Tx tx, Id<Customer> customer, String reason) {
        if (rooms.customers().customer(tx, customer).hold() == null) {
            rooms.customers().setHold(tx, customer, reason).orThrow();
        }
    }

    private void note(Tx tx, Id<Customer> customer, Happening.Noted noted, SampleTradeService trade) {
        FollowUp task = rooms.followUps().add(tx, new FollowUp.Plan(customer, FollowUp.Kind.FOLLOW_UP, noted.title(), "",
                List.of(trade.number(noted.bill())), noted.due())).orThrow();
        if (!noted.result().isEmpty()) {
            rooms.followUps().done(tx, task.id(), noted.result()).orThrow();
        }
    }

    /** Tasks of bills that are paid are done; what is late was asked for. */
    private void finish(LocalDate today, SampleTradeService trade) {
        rooms.db().write(tx -> {
            for (FollowUp task : rooms.followUps().list(tx, FollowUp.Filter.OPEN)) {
                boolean old = task.due().isBefore(today.minusDays(21));
                if (old || task.items().stream().allMatch(number -> trade.isSettled(tx, number))) {
                    rooms.followUps().done(tx, task.id(), "It is paid.").orThrow();
                }
            }
            rooms.chasing().chase(tx, today);
            return Outcome.ok(today);
        }).orThrow();
    }
}
