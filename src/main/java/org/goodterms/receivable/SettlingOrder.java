package org.goodterms.receivable;

import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What money settles first where nobody says what it is for. Within each kind the oldest due day comes first. */
public enum SettlingOrder {
    /** The debts themselves, fees and interest last: the usual way (the domain rules, section 1). */
    PRINCIPAL_FIRST,
    /** Costs, then interest, last the principal: the order of the law in Germany (BGB 367). */
    COSTS_FIRST;

    /** The word of commands and of the stored setting: {@code costs-first}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<SettlingOrder> of(String word) {
        return Stream.of(values()).filter(order -> order.word().equals(word)).findFirst();
    }

    Comparator<OpenItem> comparator() {
        return Comparator.comparingInt(item -> switch (item.kind()) {
            case FEE -> this == COSTS_FIRST ? 0 : 2;
            case INTEREST -> this == COSTS_FIRST ? 1 : 2;
            default -> this == COSTS_FIRST ? 2 : 0;
        });
    }
}
