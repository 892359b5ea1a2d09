package org.goodterms.dossier;

import java.time.LocalDate;
import java.util.List;
import org.goodterms.claim.InterestQuote;
import org.goodterms.kernel.Texts;
import org.goodterms.report.TimelineEvent;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a debt that goes to an agency or a court.
 *
 * @param debtor   name, address and numbers, one a line
 * @param claims   what is owed
 * @param events   everything that happened with the customer, the oldest first
 * @param files    behind the index, in order
 * @param missing  what such a file usually has and this one has not
 */
public record Dossier(String key, String receiver, LocalDate on, List<String> creditor, List<String> debtor, List<Claim> claims,
        List<Said> events, List<Entry> files, List<Lack> missing) {

    /**
     * One document that is owed.
     *
     * @param limitation the last day on which it can be enforced; null where nothing is known
     * @param interest   not charged yet, to this day; null where none can be computed
     */
    public record Claim(String number, LocalDate date, @Nullable LocalDate due, Money original, Money open,
            @Nullable LocalDate limitation, @Nullable InterestQuote interest) {
    }

    /**
     * Something that happened, as a sentence.
     *
     * @param seal the link of the chain over the contact log or over what became of the messages; empty where it is
     *             neither
     */
    public record Said(LocalDate date, String sentence, TimelineEvent.Kind kind, String seal) {
    }

    /**
     * Something such a file usually has and this one has not. Whoever shows it does so in its reader's language.
     *
     * @param about the number of a document; empty where it is about none
     */
    public record Lack(String textKey, String about) {

        public String said(Texts texts) {
            return texts.get(textKey, about);
        }
    }

    /** A file behind the index. @param hash SHA-256 of its bytes */
    public record Entry(String name, String hash, int bytes) {
    }

    public Dossier {
        creditor = List.copyOf(creditor);
        debtor = List.copyOf(debtor);
        claims = List.copyOf(claims);
        events = List.copyOf(events);
        files = List.copyOf(files);
        missing = List.copyOf(missing);
    }

    /** Open amounts, interest and compensation not charged yet. */
    public Money total() {
        Money zero = Money.zero(claims.getFirst().open().getCurrencyUnit());
        return claims.stream().map(claim -> claim.interest() == null ? claim.open() : claim.open().plus(claim.interest().total()))
                .reduce(zero, Money::plus);
    }
}
