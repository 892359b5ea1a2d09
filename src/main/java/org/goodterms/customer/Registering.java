package org.goodterms.customer;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.goodterms.company.Address;
import org.goodterms.company.Choices;
import org.goodterms.company.PayTo;
import org.goodterms.company.PayWay;
import org.goodterms.customer.Customer.Channel;
import org.goodterms.customer.Customer.PaysBy;
import org.goodterms.customer.Customer.Exemption;
import org.goodterms.customer.Customer.Reach;
import org.goodterms.customer.Customer.Trade;
import org.goodterms.kernel.EmailAddress;
import org.goodterms.kernel.MoneyText;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Problem;
import org.goodterms.kernel.Terms;
import org.goodterms.kernel.Typed;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Judges a form field by field and makes of it what is stored of a customer. One form, one judge. */
final class Registering {
    private static final Pattern CODE = Pattern.compile("[\\p{L}\\p{M}\\p{N}\\-_./+&#@:]+(?: [\\p{L}\\p{M}\\p{N}\\-_./+&#@:]+)*");
    private static final int LONGEST_CODE = 40;
    private static final int LINE = 200;
    private static final int BLOCK = 4000;
    private static final int LAST_DAY = 31;
    private final CustomerForm form;
    private final CurrencyUnit book;
    private final List<Problem> problems = new ArrayList<>();

    private Registering(CustomerForm form, CurrencyUnit book) {
        this.form = form;
        this.book = book;
    }

    /** What a form says once nothing in it is wrong. */
    record Registered(String code, String name, Reach reach, Address address, Trade trade, PayablesProfile payables,
            List<Person> persons, String note) {
    }

    /** @param book the currency of credit limits */
    static Outcome<Registered> judge(CustomerForm form, CurrencyUnit book) {
        Registering judge = new Registering(form, book);
        Optional<CurrencyUnit> currency = judge.currency();
        Registered registered = new Registered(judge.code(), judge.required(CustomerField.NAME),
                new Reach(judge.email(CustomerField.EMAIL.label(), form.get(CustomerField.EMAIL)),
                        judge.line(CustomerField.PHONE)),
                judge.address(), judge.trade(currency.orElse(book)), judge.payables(), judge.persons(),
                judge.block(CustomerField.NOTE));
        return judge.problems.isEmpty() ? Outcome.ok(registered) : Outcome.refused(judge.problems);
    }

    private String code() {
        String code = form.get(CustomerField.CODE);
        if (code.isBlank()) {
            return required(CustomerField.CODE);
        }
        if (!CODE.matcher(code).matches() || code.length() > LONGEST_CODE) {
            refuse(CustomerField.CODE, "customer.code", code, LONGEST_CODE);
        }
        return code;
    }

    private Address address() {
        String country = form.get(CustomerField.COUNTRY).strip().toUpperCase(Locale.ROOT);
        if (!Choices.isCountry(country)) {
            refuse(CustomerField.COUNTRY, "company.country", form.get(CustomerField.COUNTRY));
        }
        return new Address(block(CustomerField.STREET), line(CustomerField.POSTCODE), line(CustomerField.CITY),
                line(CustomerField.REGION), country);
    }

    private Trade trade(CurrencyUnit currency) {
        String language = form.get(CustomerField.LANGUAGE).strip();
        if (!Choices.isLanguage(language)) {
            refuse(CustomerField.LANGUAGE, "company.language", form.get(CustomerField.LANGUAGE));
        }
        Exemption exemption = new Exemption(yes(CustomerField.EXEMPT), line(CustomerField.EXEMPT_CERTIFICATE),
                day(CustomerField.EXEMPT_UNTIL));
        return new Trade(language, currency, terms(), creditLimit(), line(CustomerField.TAX_ID), exemption,
                yes(CustomerField.COURTESY), channel(), paysBy(), iban(), line(CustomerField.SEGMENT));
    }

    private PayablesProfile payables() {
        return new PayablesProfile(line(CustomerField.PORTAL), line(CustomerField.ORDER_NUMBER_RULE),
                yes(CustomerField.ORDER_NUMBER_REQUIRED), cutOffDay(), line(CustomerField.PAYMENT_RUN),
                line(CustomerField.APPROVER), block(CustomerField.PAYABLES_NOTE), ways());
    }

    private List<PayWay> ways() {
        Optional<List<PayWay>> ways = PayWay.read(form.get(CustomerField.PAY_WAYS));
        if (ways.isEmpty()) {
            refuse(CustomerField.PAY_WAYS, "customer.pay_ways", form.get(CustomerField.PAY_WAYS), PayWay.words(List.of(PayWay.values())));
        }
        return ways.orElse(List.of());
    }

    private List<Person> persons() {
        return form.persons().stream().map(person -> {
            keep(Typed.required("person", person.name(), LINE));
            keep(Typed.line("role", person.role(), LINE));
            keep(Typed.line("phone", person.phone(), LINE));
            return new Person(person.name(), person.role(), email("personEmail", person.email()), person.phone(),
                    person.getsInvoices(), person.getsReminders());
        }).toList();
    }

    private String email(String field, String typed) {
        if (typed.isBlank() && Typed.line(field, typed, LINE).isEmpty()) {
            return "";
        }
        Outcome<EmailAddress> read = EmailAddress.read(field, typed);
        problems.addAll(read.problems());
        return read.isOk() ? read.orThrow().text() : "";
    }

    private Optional<CurrencyUnit> currency() {
        String typed = form.get(CustomerField.CURRENCY);
        Optional<CurrencyUnit> currency = MoneyText.currency(typed);
        if (currency.isEmpty()) {
            refuse(CustomerField.CURRENCY, "company.currency", typed);
        }
        return currency;
    }

    private String terms() {
        Outcome<Terms> terms = Terms.parse(form.get(CustomerField.TERMS));
        terms.problems().stream().map(problem -> problem.under(CustomerField.TERMS.label())).forEach(problems::add);
        return terms.isOk() ? terms.orThrow().text() : "";
    }

    private @Nullable Money creditLimit() {
        String typed = form.get(CustomerField.CREDIT_LIMIT);
        if (typed.isBlank()) {
            return null;
        }
        Optional<Money> limit = MoneyText.parse(typed, book).filter(Money::isPositiveOrZero);
        if (limit.isEmpty()) {
            refuse(CustomerField.CREDIT_LIMIT, "customer.credit_limit", typed, book.getCode());
        }
        return limit.orElse(null);
    }

    private Channel channel() {
        String typed = form.get(CustomerField.CHANNEL).strip().toUpperCase(Locale.ROOT);
        for (Channel channel : Channel.values()) {
            if (channel.name().equals(typed)) {
                return channel;
            }
        }
        refuse(CustomerField.CHANNEL, "customer.channel", form.get(CustomerField.CHANNEL));
        return Channel.EMAIL;
    }

    private PaysBy paysBy() {
        Optional<PaysBy> way = PaysBy.of(form.get(CustomerField.PAYS_BY));
        if (way.isEmpty()) {
            refuse(CustomerField.PAYS_BY, "customer.pays_by", form.get(CustomerField.PAYS_BY));
        }
        return way.orElse(PaysBy.TRANSFER);
    }

    private String iban() {
        String typed = form.get(CustomerField.IBAN);
        if (typed.isBlank() && Typed.line(CustomerField.IBAN.label(), typed, LINE).isEmpty()) {
            return "";
        }
        Optional<String> iban = PayTo.iban(typed);
        if (iban.isEmpty()) {
            refuse(CustomerField.IBAN, "customer.iban", typed);
        }
        return iban.orElse("");
    }

    private @Nullable Integer cutOffDay() {
        String typed = form.get(CustomerField.CUT_OFF_DAY).strip();
        if (typed.isEmpty()) {
            return null;
        }
        boolean day = typed.matches("[0-9]{1,2}") && Integer.parseInt(typed) >= 1 && Integer.parseInt(typed) <= LAST_DAY;
        if (!day) {
            refuse(CustomerField.CUT_OFF_DAY, "customer.cut_off_day", typed);
        }
        return day ? Integer.valueOf(typed) : null;
    }

    private boolean yes(CustomerField field) {
        String typed = form.get(field).strip().toLowerCase(Locale.ROOT);
        if (!List.of("", "true", "false", "yes", "no").contains(typed)) {
            refuse(field, "customer.yes_or_no", typed, field.label());
        }
        return typed.equals("true") || typed.equals("yes");
    }

    private @Nullable LocalDate day(CustomerField field) {
        String typed = form.get(field).strip();
        try {
            return typed.isEmpty() ? null : LocalDate.parse(typed);
        } catch (DateTimeException e) {
            refuse(field, "customer.day", typed, field.label());
            return null;
        }
    }

    private String required(CustomerField field) {
        keep(Typed.required(field.label(), form.get(field), LINE));
        return form.get(field);
    }

    private String line(CustomerField field) {
        keep(Typed.line(field.label(), form.get(field), LINE));
        return form.get(field);
    }

    private String block(CustomerField field) {
        keep(Typed.lines(field.label(), form.get(field), BLOCK));
        return form.get(field);
    }

    private void keep(Optional<Problem> problem) {
        problem.ifPresent(problems::add);
    }

    private void refuse(CustomerField field, String code, Object... args) {
        problems.add(Problem.at(field.label(), code, args));
    }
}
