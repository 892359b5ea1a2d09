package org.goodterms.invoice;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.goodterms.kernel.Problem;

/**
 * A file that travels inside an e-invoice: a time sheet, a proof of delivery.
 *
 * @param name      as the file is called; unique in its document
 * @param mediaType one of those EN 16931 lets in (BR-CL-24)
 * @param hash      of its bytes in the archive
 */
public record Enclosure(String name, String mediaType, String hash) {
    /** Largest file that is taken, in bytes. */
    static final int LARGEST = 5 * 1024 * 1024;
    private static final Map<String, String> TYPES = Map.of("pdf", "application/pdf", "png", "image/png", "jpg", "image/jpeg",
            "jpeg", "image/jpeg", "csv", "text/csv",
            "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "ods", "application/vnd.oasis.opendocument.spreadsheet");
    private static final int LONGEST = 100;

    /** The media type by the name's ending; empty where the standard does not let it in. */
    static Optional<String> mediaType(String name) {
        int dot = name.lastIndexOf('.');
        return Optional.ofNullable(TYPES.get(dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT)));
    }

    /** Why a file of that name cannot travel beside those that are there. */
    static Optional<Problem> refusal(String name, int size, List<Enclosure> there) {
        if (mediaType(name).isEmpty() || name.length() > LONGEST || !name.equals(name.strip()) || name.matches(".*[\\p{Cntrl}/\\\\:*?\"<>|].*")) {
            return Optional.of(Problem.at("file", "invoice.enclosure_kind", name));
        }
        if (size == 0 || size > LARGEST) {
            return Optional.of(Problem.at("file", "invoice.enclosure_size", name, LARGEST / 1024 / 1024));
        }
        return there.stream().anyMatch(one -> one.name().equalsIgnoreCase(name))
                ? Optional.of(Problem.at("file", "invoice.enclosure_there", name)) : Optional.empty();
    }
}
