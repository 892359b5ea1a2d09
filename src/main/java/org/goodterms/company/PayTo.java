package org.goodterms.company;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.iban4j.BicUtil;
import org.iban4j.Iban4jException;
import org.iban4j.IbanUtil;
import org.jspecify.annotations.Nullable;

/**
 * How to pay the firm in one currency. An account, a UPI address, a Pix key and a payment link in the text are recognised.
 *
 * @param currency ISO 4217 code
 * @param details  as printed, may hold several lines
 * @param iban     the account found in the details, without blanks; null where there is none
 * @param bic      the bank found in the details; null where there is none
 */
public record PayTo(String currency, String details, @Nullable String iban, @Nullable String bic) {
    private static final Pattern IBAN_START = Pattern.compile("(?<![A-Za-z0-9])[A-Za-z]{2}[0-9]{2}(?=[ \\u00A0]?[A-Za-z0-9])");
    private static final Pattern BIC_WORD =
            Pattern.compile("(?i)\\b(?:BIC|SWIFT)(?:[ /-]?(?:BIC|SWIFT|CODE))*\\s*[:.]?\\s*([A-Z]{6}[A-Z0-9]{2}(?:[A-Z0-9]{3})?)\\b");
    private static final int LONGEST_IBAN = 34;
    private static final int SHORTEST_IBAN = 15;

    private static final Pattern UPI = Pattern.compile("(?im)^.*\\bUPI\\b[^A-Za-z0-9]*(?:ID\\s*:?\\s*)?([A-Z0-9._-]{2,256}@[A-Z][A-Z0-9]{1,63})\\s*$");
    private static final Pattern PIX = Pattern.compile("(?im)^.*\\bPIX\\b\\s*[:.]?\\s*([^\\s]{5,77})\\s*$");
    private static final Pattern LINK =
            Pattern.compile("(?im)^(?:[^:\\n]{0,40}:\\s*)?(https://[^\\s]{4,300}|(?:www\\.)?paypal\\.me/[^\\s]{1,100})\\s*$");

    /** The address of a line such as "UPI: wren@okbank", at which rupees are received. */
    public Optional<String> upi() {
        return found(UPI);
    }

    /** The key of a line such as "Pix: +5511912345678", at which reais are received. */
    public Optional<String> pix() {
        return found(PIX);
    }

    /** A payment link on a line of its own, with a word before it or none; PayPal.Me also without https. */
    public Optional<String> link() {
        return found(LINK).map(link -> link.toLowerCase(java.util.Locale.ROOT).startsWith("https://") ? link : "https://" + link);
    }

    /** Which ways the text offers, in the order it names them; what is no link, UPI or Pix line speaks of the bank. */
    public List<PayWay> ways() {
        return details.lines().filter(line -> !line.isBlank()).map(PayTo::way).distinct().toList();
    }

    /**
     * What a customer is told who pays in those ways, the most liked first; all of it where she has said nothing, or where
     * none of her ways is offered.
     */
    public PayTo liked(List<PayWay> ways) {
        String told = ways.stream().flatMap(way -> details.lines().filter(line -> !line.isBlank() && way(line) == way))
                .collect(Collectors.joining("\n"));
        return told.isEmpty() ? this : of(currency, told);
    }

    /** Whether somebody who pays in those ways only could pay; empty: in any. */
    public boolean offersOneOf(List<PayWay> accepted) {
        return accepted.isEmpty() || ways().stream().anyMatch(accepted::contains);
    }

    /** Of which way a line speaks: a UPI, Pix or link line of that, any other of the bank. */
    public static PayWay way(String line) {
        return UPI.matcher(line).find() ? PayWay.UPI : PIX.matcher(line).find() ? PayWay.PIX : LINK.matcher(line).find() ? PayWay.LINK
                : PayWay.BANK;
    }

    private Optional<String> found(Pattern pattern) {
        Matcher line = pattern.matcher(details);
        return line.find() ? Optional.of(line.group(1)) : Optional.empty();
    }

    /** Reads the account and the bank out of free text. */
    public static PayTo of(String currency, String details) {
        return new PayTo(currency, details, findIban(details).orElse(null), findBic(details).orElse(null));
    }

    /**
     * The first valid IBAN in a text (ISO 13616: country, length and check digits hold), blanks removed; it may be
     * written in groups.
     */
    public static Optional<String> findIban(String text) {
        Matcher start = IBAN_START.matcher(text);
        while (start.find()) {
            Optional<String> found = ibanFrom(text.substring(start.start()));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** An IBAN as typed, with or without blanks; empty where it is none. */
    public static Optional<String> iban(String typed) {
        String plain = typed.replaceAll("[\\s\\u00A0]", "").toUpperCase(java.util.Locale.ROOT);
        return isIban(plain) ? Optional.of(plain) : Optional.empty();
    }

    private static Optional<String> ibanFrom(String text) {
        StringBuilder plain = new StringBuilder();
        boolean blank = false;
        String longest = null;
        for (int i = 0; i < text.length() && plain.length() < LONGEST_IBAN; i++) {
            char c = Character.toUpperCase(text.charAt(i));
            boolean gap = c == ' ' || c == '\u00A0';
            if (gap && blank || !gap && !(c >= 'A' && c <= 'Z' || c >= '0' && c <= '9')) {
                break;
            }
            blank = gap;
            if (!gap) {
                plain.append(c);
                boolean wordEnds = i + 1 == text.length() || !Character.isLetterOrDigit(text.charAt(i + 1));
                if (wordEnds && plain.length() >= SHORTEST_IBAN && isIban(plain.toString())) {
                    longest = plain.toString();
                }
            }
        }
        return Optional.ofNullable(longest);
    }

    private static boolean isIban(String plain) {
        try {
            IbanUtil.validate(plain);
            return true;
        } catch (Iban4jException e) {
            return false;
        }
    }

    private static Optional<String> findBic(String text) {
        Matcher word = BIC_WORD.matcher(text);
        while (word.find()) {
            String bic = word.group(1).toUpperCase(java.util.Locale.ROOT);
            try {
                BicUtil.validate(bic);
                return Optional.of(bic);
            } catch (Iban4jException e) {
                continue;
            }
        }
        return Optional.empty();
    }
}
