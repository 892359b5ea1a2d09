package org.goodterms.ledger;

import java.time.Instant;
import org.goodterms.kernel.HashChain;
import org.goodterms.kernel.Sha256;

/**
 * The hash chain over the journal: {@code SHA-256(previous hash, sequence number, content)}. Changing, removing or
 * inserting an entry breaks every link behind it.
 */
public final class Chain {
    /** The hash before the first entry. */
    public static final String START = HashChain.START;
    private static final char FIELD = '\u001F';
    private static final char LINE = '\u001E';

    private Chain() {
    }

    public static String link(String previous, long seq, Entry entry, Instant recordedAt) {
        StringBuilder text = new StringBuilder(previous).append(FIELD).append(seq).append(FIELD)
                .append(entry.effective()).append(FIELD).append(recordedAt).append(FIELD)
                .append(entry.text()).append(FIELD).append(entry.source().kind()).append(FIELD)
                .append(entry.source().id()).append(FIELD).append(entry.reverses());
        for (Entry.Posting posting : entry.postings()) {
            text.append(LINE).append(posting.account()).append(FIELD).append(posting.amount().getAmountMinorLong());
        }
        for (Entry.TaxLine tax : entry.taxes()) {
            text.append(LINE).append(tax.kind()).append(FIELD).append(tax.rate().stripTrailingZeros().toPlainString())
                    .append(FIELD).append(tax.net().getAmountMinorLong())
                    .append(FIELD).append(tax.tax().getAmountMinorLong());
        }
        return Sha256.of(text.toString());
    }
}
