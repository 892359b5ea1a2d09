package org.goodterms.customer;

import static java.util.Map.entry;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.goodterms.company.Company;
import org.goodterms.company.PayWay;
import org.goodterms.kernel.MoneyText;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What somebody typed about a customer, not judged yet: each field as text. Amounts are in the book's currency with a
 * point ({@code 5000.00}), days {@code yyyy-mm-dd}, yes and no {@code true} and {@code false}.
 */
public record CustomerForm(Map<CustomerField, String> typed, List<Person> persons) {

    public CustomerForm {
        typed = Map.copyOf(typed);
        persons = List.copyOf(persons);
    }

    /** An empty form with the firm's own country, language, currency and terms. */
    public static CustomerForm blank(Company company) {
        return new CustomerForm(Map.ofEntries(
                entry(CustomerField.COUNTRY, company.country()),
                entry(CustomerField.LANGUAGE, company.practice().language()),
                entry(CustomerField.CURRENCY, company.currency().getCode()),
                entry(CustomerField.TERMS, company.practice().defaultTerms()),
                entry(CustomerField.CHANNEL, "email"),
                entry(CustomerField.PAYS_BY, Customer.PaysBy.TRANSFER.word())), List.of());
    }

    /** What is known of a customer, to be changed. */
    public static CustomerForm of(Customer customer) {
        Map<CustomerField, String> typed = new EnumMap<>(CustomerField.class);
        typed.put(CustomerField.CODE, customer.code());
        typed.put(CustomerField.NAME, customer.name());
        typed.put(CustomerField.EMAIL, customer.reach().email());
        typed.put(CustomerField.PHONE, customer.reach().phone());
        typed.put(CustomerField.STREET, customer.address().street());
        typed.put(CustomerField.POSTCODE, customer.address().postcode());
        typed.put(CustomerField.CITY, customer.address().city());
        typed.put(CustomerField.REGION, customer.address().region());
        typed.put(CustomerField.COUNTRY, customer.address().country());
        typed.put(CustomerField.NOTE, customer.note());
        trade(typed, customer.trade());
        payables(typed, customer.payables());
        return new CustomerForm(typed, customer.persons());
    }

    private static void trade(Map<CustomerField, String> typed, Customer.Trade trade) {
        Money limit = trade.creditLimit();
        typed.put(CustomerField.LANGUAGE, trade.language());
        typed.put(CustomerField.CURRENCY, trade.currency().getCode());
        typed.put(CustomerField.TERMS, trade.terms());
        typed.put(CustomerField.CREDIT_LIMIT, limit == null ? "" : MoneyText.plain(limit));
        typed.put(CustomerField.TAX_ID, trade.taxId());
        typed.put(CustomerField.EXEMPT, String.valueOf(trade.exemption().exempt()));
        typed.put(CustomerField.EXEMPT_CERTIFICATE, trade.exemption().certificate());
        typed.put(CustomerField.EXEMPT_UNTIL, text(trade.exemption().until()));
        typed.put(CustomerField.COURTESY, String.valueOf(trade.courtesy()));
        typed.put(CustomerField.CHANNEL, trade.channel().name().toLowerCase(Locale.ROOT));
        typed.put(CustomerField.PAYS_BY, trade.paysBy().word());
        typed.put(CustomerField.IBAN, trade.iban());
        typed.put(CustomerField.SEGMENT, trade.segment());
    }

    private static void payables(Map<CustomerField, String> typed, PayablesProfile payables) {
        typed.put(CustomerField.PORTAL, payables.portal());
        typed.put(CustomerField.ORDER_NUMBER_RULE, payables.orderNumberRule());
        typed.put(CustomerField.ORDER_NUMBER_REQUIRED, String.valueOf(payables.orderNumberRequired()));
        typed.put(CustomerField.CUT_OFF_DAY, text(payables.cutOffDay()));
        typed.put(CustomerField.PAYMENT_RUN, payables.paymentRun());
        typed.put(CustomerField.APPROVER, payables.approver());
        typed.put(CustomerField.PAYABLES_NOTE, payables.note());
        typed.put(CustomerField.PAY_WAYS, PayWay.words(payables.ways()));
    }

    private static String text(@Nullable Object value) {
        return Objects.toString(value, "");
    }

    /** What was typed in that field; empty where nothing was. */
    public String get(CustomerField field) {
        return typed.getOrDefault(field, "");
    }

    public CustomerForm with(CustomerField field, String text) {
        Map<CustomerField, String> changed = new EnumMap<>(CustomerField.class);
        changed.putAll(typed);
        changed.put(field, text);
        return new CustomerForm(changed, persons);
    }

    public CustomerForm withPersons(List<Person> changed) {
        return new CustomerForm(typed, changed);
    }
}
