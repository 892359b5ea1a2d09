package org.goodterms.bank;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.goodterms.kernel.Sha256;
import org.jspecify.annotations.Nullable;

/** By what a line is known again: account, day, amount, text, and how many alike there are; or the bank's own id. */
final class Fingerprint {

    /**
     * What is compared. All of one account.
     *
     * @param print of payer and text
     */
    record Known(LocalDate booked, long amount, String print, String family, @Nullable String bankId) {
    }

    private record Day(LocalDate booked, long amount) {
    }

    private Fingerprint() {
    }

    /** The hash of what every format says alike: letters and digits of payer and text. */
    static String print(String payer, String text) {
        return Sha256.of(Names.bare(payer + text)).substring(0, 32);
    }

    /**
     * For each line of a file whether it is there already. Overlapping files add only what exceeds the count known; an
     * id of the bank decides within its family of formats, across families the text does.
     */
    static List<Boolean> duplicates(List<Known> there, List<Known> file) {
        Map<Day, List<Known>> left = new HashMap<>();
        there.forEach(k -> left.computeIfAbsent(new Day(k.booked(), k.amount()), d -> new ArrayList<>()).add(k));
        Boolean[] known = new Boolean[file.size()];
        for (int pass = 0; pass < 2; pass++) {
            for (int i = 0; i < file.size(); i++) {
                if (known[i] == null) {
                    Known line = file.get(i);
                    List<Known> same = left.getOrDefault(new Day(line.booked(), line.amount()), List.of());
                    int at = pass == 0 ? byId(same, line) : byPrint(same, line);
                    if (at >= 0) {
                        same.remove(at);
                        known[i] = true;
                    }
                }
            }
        }
        return java.util.Arrays.stream(known).map(k -> k != null).toList();
    }

    private static int byId(List<Known> same, Known line) {
        for (int i = 0; line.bankId() != null && i < same.size(); i++) {
            if (line.bankId().equals(same.get(i).bankId())) {
                return i;
            }
        }
        return -1;
    }

    private static int byPrint(List<Known> same, Known line) {
        int found = -1;
        for (int i = 0; i < same.size(); i++) {
            Known other = same.get(i);
            boolean told = line.bankId() != null && other.bankId() != null && line.family().equals(other.family());
            if (!told && other.print().equals(line.print())) {
                // a line without an id first: one with an id may still be claimed by it
                if (other.bankId() == null) {
                    return i;
                }
                found = found < 0 ? i : found;
            }
        }
        return found;
    }
}
