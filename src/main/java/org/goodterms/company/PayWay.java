package org.goodterms.company;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** A way to pay that a firm may offer and a customer may like. */
public enum PayWay {
    /** Credit transfer to an account, or whatever else the text says. */
    BANK,
    /** An address of the Unified Payments Interface of India. */
    UPI,
    /** A key of the Brazilian instant payment system. */
    PIX,
    /** A payment link: card, PayPal and the like. */
    LINK;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Ways as typed, {@code link, bank}, the most liked first; empty where a word is none of them or stands twice. */
    public static Optional<List<PayWay>> read(String typed) {
        List<PayWay> ways = new ArrayList<>();
        for (String word : typed.isBlank() ? new String[0] : typed.strip().toUpperCase(Locale.ROOT).split("\\s*[,;>]\\s*", -1)) {
            Optional<PayWay> way = List.of(values()).stream().filter(known -> known.name().equals(word)).findFirst();
            if (way.isEmpty() || ways.contains(way.get())) {
                return Optional.empty();
            }
            ways.add(way.get());
        }
        return Optional.of(List.copyOf(ways));
    }

    /** The reverse of {@link #read}: {@code link, bank}. */
    public static String words(List<PayWay> ways) {
        return ways.stream().map(PayWay::word).collect(Collectors.joining(", "));
    }
}
