package org.goodterms.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.goodterms.App;
import org.goodterms.BookClock;
import org.goodterms.agreement.ExtensionService;
import org.goodterms.agreement.Plan;
import org.goodterms.agreement.PlanService;
import org.goodterms.agreement.Planning;
import org.goodterms.agreement.Promise;
import org.goodterms.agreement.PromiseService;
import org.goodterms.company.Company;
import org.goodterms.company.Founding;
import org.goodterms.customer.Customer;
import org.goodterms.customer.CustomerField;
import org.goodterms.db.Database;
import org.goodterms.fixture.Engine;
import org.goodterms.fixture.ScriptedSmtpServer;
import org.goodterms.kernel.Changes;
import org.goodterms.kernel.Id;
import org.goodterms.kernel.Ids;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Progress;
import org.goodterms.ledger.Chart;
import org.goodterms.ledger.Entry;
import org.goodterms.outbox.Message;
import org.goodterms.outbox.Way;
import org.goodterms.payment.Payment;
import org.goodterms.payment.PaymentReturn;
import org.goodterms.payment.Receipt;
import org.goodterms.payment.Settlement;
import org.goodterms.receivable.ItemKind;
import org.goodterms.receivable.NewItem;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A firm with 200 customers whose days are made up from a seed, and beside its book what anybody could know of each invoice.
 * A run may be broken off wherever it makes an id or asks for the time: its transaction is lost, nothing of the program is left,
 * and the book is opened anew. That a book on disk outlives its program is shown where processes are killed.
 */
final class Year implements AutoCloseable {
    static final int CUSTOMERS = 200;
    final Map<String, Owed> items = new LinkedHashMap<>();
    final Set<String> forbidden = new LinkedHashSet<>();
    final Set<String> everForbidden = new HashSet<>();
    final Random random;
    private final ScriptedSmtpServer server = new ScriptedSmtpServer();
    private final Hours hours = new Hours();
    private final Map<String, Id<Customer>> customers = new LinkedHashMap<>();
    private final List<Paid> paid = new ArrayList<>();
    private App app;
    private int openings;
    private int heard;

    /** One invoice as its owner remembers it. Amounts are cents. */
    static final class Owed {
        final String number;
        final String code;
        LocalDate due;
        long open;
        long disputed;
        @Nullable LocalDate contested;
        @Nullable LocalDate promised;
        @Nullable LocalDate planned;
        @Nullable LocalDate held;
        /** Something was agreed about it at some time. */
        boolean touched;
        final Map<Step, LocalDate> steps = new LinkedHashMap<>();

        Owed(String number, String code, LocalDate due, long open) {
            this.number = number;
            this.code = code;
            this.due = due;
            this.open = open;
        }

        long asked() {
            return open - Math.min(open, disputed);
        }
    }

    private record Paid(Id<Payment> payment, Owed item, Money amount) {
    }

    /** The program ends here. */
    private static final class Crash extends Error {
        private static final long serialVersionUID = 1L;
    }

    /** Noon of the day; where it is told to, it ends the program the so-manieth time it is asked. */
    private static final class Hours implements InstantSource {
        private LocalDate today = LocalDate.EPOCH;
        private int left = Integer.MAX_VALUE;

        @Override
        public Instant instant() {
            if (left != Integer.MAX_VALUE && left-- <= 0) {
                throw new Crash();
            }
            return today.atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC);
        }
    }

    Year(long seed, LocalDate first) {
        random = new Random(seed);
        hours.today = first;
        Changes changes = new Changes();
        app = opened(Engine.H2.open(hours, changes), changes);
        app.begin(Founding.of("Firm", "FR", "EUR").inZone("UTC").paidTo("IBAN DE89 3704 0044 0532 0130 00")).orThrow();
        Company company = app.company().company();
        app.company().change(company.withFirm(new Company.Firm("Firm", company.firm().address(), "FR1", "",
                new Company.Reach("me@example.org", "", "", "")))).orThrow();
        for (int i = 0; i < CUSTOMERS; i++) {
            String code = "C%03d".formatted(i);
            customers.put(code, app.customers().add(app.customers().blank().with(CustomerField.CODE, code)
                    .with(CustomerField.NAME, "Customer " + i).with(CustomerField.EMAIL, "c" + i + "@example.org")
                    .with(CustomerField.LANGUAGE, List.of("en", "de", "fr", "es").get(i % 4))).orThrow().id());
        }
    }

    private App opened(Database db, Changes changes) {
        return new App(db, new BookClock(hours, ZoneOffset.UTC), Ids.seeded(hours, 7_000 + ++openings), changes);
    }

    App app() {
        return app;
    }

    LocalDate today() {
        return hours.today;
    }

    static Money eur(long cents) {
        return Money.ofMinor(CurrencyUnit.EUR, cents);
    }

    private boolean oneIn(int many) {
        return random.nextInt(many) == 0;
    }

    // ---- what happens to a firm

    /** All that happens on a day except the run. */
    void lives(LocalDate day) {
        hours.today = day;
        invoices();
        List<Owed> open = items.values().stream().filter(item -> item.open > 0).toList();
        pays(open);
        comesBack();
        long entries = entries();
        open.stream().filter(item -> item.open > 0 && !day.isBefore(item.due)).forEach(this::talks);
        contact();
        assertThat(entries()).as("agreements, disputes and holds move no money").isEqualTo(entries);
    }

    private long entries() {
        return app.db().read(tx -> tx.sql().select(org.goodterms.db.gen.Tables.LEDGER_HEAD.SEQ).from(org.goodterms.db.gen.Tables.LEDGER_HEAD)
                .fetchSingle().value1());
    }

    private void invoices() {
        LocalDate day = hours.today;
        List<NewItem> made = new ArrayList<>();
        for (int n = items.isEmpty() ? 20 : random.nextInt(2); n > 0; n--) {
            Owed item = new Owed("N" + day + "-" + n, "C%03d".formatted(random.nextInt(CUSTOMERS)), day.plusDays(random.nextInt(22)),
                    600 + random.nextInt(100_000));
            items.put(item.number, item);
            made.add(new NewItem(customers.get(item.code), ItemKind.INVOICE, item.number, 1, null, day, item.due, eur(item.open), eur(item.open),
                    "", null, List.of()));
        }
        app.db().write(tx -> {
            made.forEach(item -> app.ledger().post(tx, new Entry(day, item.number(), new Entry.Source("invoice", null), List.of(
                    Entry.Posting.debit(Chart.RECEIVABLES, item.original()), Entry.Posting.credit(Chart.REVENUE, item.original())))));
            return Outcome.ok(app.receivables().open(tx, made));
        }).orThrow();
    }

    private void pays(List<Owed> open) {
        app.db().write(tx -> {
            for (Owed item : open) {
                if (oneIn(30)) {
                    long cents = item.open > 2_000 && oneIn(4) ? 1 + random.nextInt((int) item.open - 1_000) : item.open;
                    Payment payment = app.payments().record(tx, Receipt.plain(customers.get(item.code), hours.today, eur(cents),
                            new Settlement.ByHand(List.of(new Settlement.Part(item.number, eur(cents)))))).orThrow();
                    item.open -= cents;
                    paid.add(new Paid(payment.id(), item, eur(cents)));
                }
            }
            return Outcome.ok(open);
        }).orThrow();
    }

    /** A bank takes a payment back; or what was allocated is taken off and given again. */
    private void comesBack() {
        if (paid.isEmpty() || !oneIn(8)) {
            return;
        }
        Paid one = paid.remove(random.nextInt(paid.size()));
        one.item.open += one.amount.getAmountMinorLong();
        one.item.promised = null;
        one.item.planned = null;
        if (random.nextBoolean()) {
            app.returns().bounce(new PaymentReturn(one.payment, hours.today, eur(350), eur(0), false)).orThrow();
        } else {
            app.payments().unallocate(one.payment, null, hours.today).orThrow();
            assertThat(openOf(one.item)).isEqualTo(one.item.open);
            app.payments().allocate(one.payment, new Settlement.ByHand(List.of(new Settlement.Part(one.item.number, one.amount))), hours.today)
                    .orThrow();
            one.item.open -= one.amount.getAmountMinorLong();
        }
    }

    private long openOf(Owed item) {
        return app.db().read(tx -> app.receivables().byNumber(tx, item.number).getFirst().open().getAmountMinorLong());
    }

    private void talks(Owed item) {
        LocalDate today = hours.today;
        if (item.contested != null && oneIn(14)) {
            app.disputes().close(item.number, random.nextBoolean() ? "rejected" : "withdrawn", "", today).orThrow();
            item.contested = null;
            item.disputed = 0;
        }
        Id<Customer> customer = customers.get(item.code);
        switch (random.nextInt(220)) {
            case 0 -> {
                if (item.contested == null) {
                    item.disputed = random.nextBoolean() ? item.open : (item.open + 1) / 2;
                    item.contested = today;
                    item.touched = true;
                    app.disputes().open(item.number, eur(item.disputed), "damaged", "", null, today).orThrow();
                }
            }
            case 1 -> {
                LocalDate by = today.plusDays(3 + random.nextInt(12));
                if (app.agreements().promises().add(new PromiseService.Request(customer, List.of(item.number), eur(item.open), by,
                        new Promise.Said("", "phone", ""), "")).isOk()) {
                    item.promised = by;
                    item.touched = true;
                }
            }
            case 2 -> {
                LocalDate first = today.plusDays(5 + random.nextInt(10));
                if (item.open > 300 && app.agreements().plans().create(new PlanService.Request(customer, List.of(item.number),
                        new Planning.Schedule.Monthly(3, first, false), Plan.Terms.DEFAULT)).isOk()) {
                    item.planned = first;
                    item.touched = true;
                }
            }
            case 3 -> {
                item.held = today.plusDays(random.nextInt(12));
                item.touched = true;
                app.holds().holdItem(item.number, "goods come back", item.held).orThrow();
            }
            case 4 -> {
                LocalDate later = today.plusDays(1 + random.nextInt(20));
                if (app.agreements().extensions().extend(new ExtensionService.Request(item.number, later, "", "", false)).isOk()) {
                    item.due = later;
                    item.touched = true;
                    item.steps.clear();
                }
            }
            default -> { }
        }
    }

    /** Up to five customers at a time must not be written to. */
    private void contact() {
        if (forbidden.size() < 5) {
            String code = "C%03d".formatted(random.nextInt(CUSTOMERS));
            if (forbidden.add(code)) {
                everForbidden.add(code);
                app.holds().forbid(code).orThrow();
            }
        } else if (oneIn(5)) {
            String code = forbidden.iterator().next();
            forbidden.remove(code);
            app.holds().allow(code).orThrow();
        }
    }

    // ---- the round of the day

    RunReport run() {
        RunService.Order order = new RunService.Order(new Way.ThisMachine(server.port()), true, Set.of());
        return app.reminders().runs().run(order, Progress.NONE).orThrow();
    }

    /** A run that ends in the middle, if it takes that long. @return whether it did not live to its end */
    boolean runInto(int moments) {
        hours.left = moments;
        try {
            run();
            return false;
        } catch (Crash end) {
            return true;
        } finally {
            hours.left = Integer.MAX_VALUE;
        }
    }

    /** The program begins anew; somebody looks into the mailbox of whom it may have written to. */
    void reopen() {
        app = opened(app.db(), new Changes());
        Map<String, Integer> arrived = new HashMap<>();
        server.received().forEach(mail -> arrived.merge(mailId(mail.bytes()), 1, Integer::sum));
        app.outbox().list(Message.State.UNKNOWN).forEach(message -> app.reminders().sending()
                .settle(message.id(), arrived.containsKey(message.parcel().mailId())).orThrow());
    }

    /** What has arrived since this was last asked. */
    List<ScriptedSmtpServer.Received> arrived() {
        List<ScriptedSmtpServer.Received> all = server.received();
        List<ScriptedSmtpServer.Received> fresh = List.copyOf(all.subList(heard, all.size()));
        heard = all.size();
        return fresh;
    }

    List<ScriptedSmtpServer.Received> everything() {
        return server.received();
    }

    static String mailId(byte[] bytes) {
        String text = new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1);
        int start = text.indexOf("Message-ID: <") + "Message-ID: ".length();
        return text.substring(start, text.indexOf('>', start) + 1);
    }

    Id<Customer> customer(String code) {
        return customers.get(code);
    }

    @Override
    public void close() {
        app.close();
        server.close();
    }
}
