package org.goodterms.ui.today;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.goodterms.kernel.Texts;
import org.goodterms.report.TodayEntry;
import org.goodterms.ui.kit.Formats;

/** How an entry of the day's list is said. */
final class TodayWords {
    private static final Set<String> CALLS = Set.of("call", "broken-promise", "broken-plan");
    private final Formats formats;
    private final Texts texts;

    TodayWords(Formats formats) {
        this.formats = formats;
        this.texts = formats.texts();
    }

    /** What is to be done, in one line. */
    String title(TodayEntry entry) {
        return switch (entry.sort()) {
            case TASK -> entry.what().isEmpty() ? texts.get("followup.kind." + entry.kind()) : entry.what();
            case LIMIT -> texts.get("today.entry.limit", formats.date(entry.day()));
            case SEND -> texts.get("today.entry.send", entry.count());
            case REMIND -> texts.get("today.entry.remind", entry.count());
            case RECURRING -> texts.get("today.entry.recurring", entry.count());
            case STATEMENTS -> texts.get("today.entry.statements", entry.count());
            case UNKNOWN -> texts.get("today.entry.unknown", entry.what());
            case FAILED -> texts.get("today.entry.failed", entry.what());
            case APPROVE -> texts.get("today.entry.approve", entry.what());
            case PRINT -> texts.get("today.entry.print", entry.what());
        };
    }

    /** Whom it concerns, about which documents, since when. */
    String more(TodayEntry entry) {
        String day = switch (entry.sort()) {
            case LIMIT, REMIND, RECURRING, STATEMENTS -> texts.get("today." + word(entry) + ".more");
            case TASK -> texts.get(entry.late() ? "today.was_due" : "today.due", formats.near(entry.day()));
            default -> texts.get("today.since", formats.near(entry.day()));
        };
        return Stream.of(entry.whom() == null ? "" : entry.whom().name(), String.join(", ", entry.items()), day)
                .filter(part -> !part.isBlank()).collect(Collectors.joining("  \u00B7  "));
    }

    private static String word(TodayEntry entry) {
        return entry.sort().name().toLowerCase(Locale.ROOT);
    }

    /** The key of what Enter does. */
    static String actKey(TodayEntry entry) {
        return isCall(entry) ? "today.act.call" : "today.act." + word(entry);
    }

    /** Whether it is done on the phone: a call of the ladder, or what was agreed and not kept. */
    static boolean isCall(TodayEntry entry) {
        return entry.sort() == TodayEntry.Sort.TASK && entry.whom() != null && CALLS.contains(entry.kind());
    }

    static String icon(TodayEntry entry) {
        return switch (entry.sort()) {
            case UNKNOWN -> "fth-help-circle";
            case FAILED -> "fth-alert-circle";
            case APPROVE -> "fth-eye";
            case PRINT -> "fth-printer";
            case LIMIT -> "fth-clock";
            case SEND -> "fth-send";
            case REMIND -> "fth-bell";
            case RECURRING -> "fth-repeat";
            case STATEMENTS -> "fth-file-text";
            case TASK -> switch (entry.kind()) {
                case "call" -> "fth-phone";
                case "broken-promise", "broken-plan" -> "fth-alert-triangle";
                case "decide" -> "fth-git-branch";
                case "allocate-first" -> "fth-credit-card";
                case "missing-address" -> "fth-at-sign";
                default -> "fth-check-square";
            };
        };
    }
}
