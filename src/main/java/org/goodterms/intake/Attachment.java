package org.goodterms.intake;

import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.goodterms.customer.Customer;
import org.goodterms.kernel.Id;
import org.goodterms.ledger.PostedEntry;
import org.jspecify.annotations.Nullable;

/**
 * A file that was put to a customer or one of the customer's documents, or to an entry of the journal. Never changed, and
 * never taken away.
 *
 * @param customer null where it belongs to an entry
 * @param entry    null where it belongs to a customer
 * @param document null where it belongs to the customer as a whole
 * @param dispute  whose evidence it is, or null
 * @param name     as the file was called
 * @param size     in bytes
 * @param hash     of its bytes in the archive
 */
public record Attachment(Id<Attachment> id, @Nullable Id<Customer> customer, @Nullable UUID document, @Nullable UUID dispute,
        @Nullable Id<PostedEntry> entry, String name, long size, String hash, Instant recordedAt) {
    private static final Set<String> SHOWN = Set.of("pdf", "png", "jpg", "jpeg", "gif", "tif", "tiff", "txt", "csv", "eml", "msg", "doc",
            "docx", "xls", "xlsx", "odt", "ods", "xml");

    /** Whether it is of a kind that is looked at; anything else may be a program and is only ever saved. */
    public boolean isShown() {
        return SHOWN.contains(ending(name));
    }

    /** What follows the last dot, in small letters; empty where there is none. */
    static String ending(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    /** The name without anything that a folder or another system could take amiss. */
    static String tidy(String name) {
        String plain = name.replaceAll("[\\p{Cntrl}/\\\\:*?\"<>|\\u202A-\\u202E\\u2066-\\u2069]", "_").strip();
        String kept = plain.length() <= LONGEST ? plain : plain.substring(plain.length() - LONGEST);
        return kept.isBlank() || kept.chars().allMatch(c -> c == '.') ? "file" : kept;
    }

    private static final int LONGEST = 120;
}
