package org.goodterms.customer;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Locale;
import java.util.function.Predicate;
import org.goodterms.company.Address;
import org.goodterms.kernel.Id;
import org.goodterms.kernel.Terms;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who buys and owes.
 *
 * @param code    what people and files call the customer; unique in the book
 * @param persons in the order they were entered
 * @param hold    null where new invoices are welcome
 * @param version counts changes; a change states the version it was made from
 */
public record Customer(Id<Customer> id, String code, String name, Reach reach, Address address, Trade trade,
        PayablesProfile payables, List<Person> persons, String note, @Nullable CreditHold hold, Instant createdAt,
        int version) {

    public Customer {
        persons = List.copyOf(persons);
    }

    /** @param email the firm's own mailbox; empty where there is none */
    public record Reach(String email, String phone) {
    }

    /**
     * What is agreed with the customer.
     *
     * @param language    of documents and messages, a BCP 47 tag
     * @param currency    of new invoices
     * @param terms       of payment, as {@link Terms#text} writes them
     * @param creditLimit in the book's currency; null: none
     * @param taxId       VAT number or the like; empty where there is none
     * @param exemption   from sales tax
     * @param courtesy    whether a courtesy reminder goes out before the due date
     * @param channel     how reminders travel
     * @param paysBy      how the money comes
     * @param iban        the account the customer pays from, without blanks; empty where not known
     * @param segment     free word that groups customers
     */
    public record Trade(String language, CurrencyUnit currency, String terms, @Nullable Money creditLimit, String taxId,
            Exemption exemption, boolean courtesy, Channel channel, PaysBy paysBy, String iban, String segment) {
    }

    /**
     * From sales tax.
     *
     * @param certificate its number; empty where none is on file
     * @param until       the last day it is good for; null: no end
     */
    public record Exemption(boolean exempt, String certificate, @Nullable LocalDate until) {

        public boolean holdsOn(LocalDate date) {
            return exempt && (until == null || !date.isAfter(until));
        }
    }

    /** How reminders travel. */
    public enum Channel {
        EMAIL, LETTER, PHONE
    }

    /** How the money comes. */
    public enum PaysBy {
        TRANSFER,
        /** We collect it. */
        DIRECT_DEBIT,
        /** The customer's bank sends it by itself. */
        STANDING_ORDER;

        /** As in commands and files: {@code direct-debit}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** Whether nobody has to do anything for it, so that nobody is asked to pay before it is late. */
        public boolean isByItself() {
            return this != TRANSFER;
        }

        /** Read as {@link #word} writes it; nothing is a transfer. */
        public static Optional<PaysBy> of(String word) {
            String typed = word.strip().toLowerCase(Locale.ROOT);
            return typed.isEmpty() ? Optional.of(TRANSFER)
                    : Arrays.stream(values()).filter(way -> way.word().equals(typed)).findFirst();
        }
    }

    /** No new invoice until cleared; does not stop reminders. */
    public record CreditHold(LocalDate since, String reason) {
    }

    public Locale locale() {
        return Locale.forLanguageTag(trade.language());
    }

    /** The terms of new invoices. */
    public Terms terms() {
        return Terms.parse(trade.terms()).orThrow();
    }

    /** Where invoices go by mail: the persons who get them, else the firm's mailbox; empty where there is neither. */
    public List<String> invoiceMailboxes() {
        return mailboxes(Person::getsInvoices);
    }

    /** Where reminders go by mail: the persons who get them, else the firm's mailbox; empty where there is neither. */
    public List<String> reminderMailboxes() {
        return mailboxes(Person::getsReminders);
    }

    private List<String> mailboxes(Predicate<Person> gets) {
        List<String> own = persons.stream().filter(gets).map(Person::email).filter(mail -> !mail.isEmpty()).toList();
        return !own.isEmpty() || reach.email().isEmpty() ? own : List.of(reach.email());
    }
}
