package org.goodterms.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number with check digits that a payer quotes and by which the payment finds its invoice.
 *
 * @param text canonical: capitals, without blanks, slashes and plus signs
 */
public record PaymentReference(Kind kind, String text) {
    private static final Pattern RF_START = Pattern.compile("(?i)(?<![A-Z0-9])RF(?=[ \\u00A0]?[0-9])");
    private static final Pattern QRR = Pattern.compile("(?<![A-Za-z0-9])[0-9](?:[ \\u00A0]?[0-9]){26}(?![A-Za-z0-9])");
    private static final Pattern OGM =
            Pattern.compile("[+*]{3}\\s*[0-9]{3}\\s*/\\s*[0-9]{4}\\s*/\\s*[0-9]{5}\\s*[+*]{3}|(?<![0-9/])[0-9]{3}/[0-9]{4}/[0-9]{5}(?![0-9/])");
    private static final Pattern DIGITS = Pattern.compile("[0-9](?:[ \\u00A0/]?[0-9])*");
    private static final int LONGEST_RF = 25;

    /** Who uses it, and what it is made of. */
    public enum Kind {
        /** Creditor reference of ISO 11649, in SEPA and elsewhere (Swiss SCOR): RF, two check digits, up to 21 letters and digits. */
        RF,
        /** Swiss QR reference: 26 digits and a check digit; only with a QR-IBAN. */
        QRR,
        /** Belgian structured communication: ten digits and two check digits. */
        OGM,
        /** Norwegian kundeidentifikasjon: up to 24 digits and a check digit (modulus 10 or 11). */
        KID,
        /** Finnish viitenumero: 3 to 19 digits and a check digit. */
        VIITENUMERO,
        /** Swedish OCR number: digits and a check digit. */
        OCR
    }

    /**
     * The reference of an invoice, made of the letters and digits (for all but RF: the digits) of its number.
     *
     * @return empty where the number holds too little to make one of
     */
    public static Optional<PaymentReference> make(Kind kind, String number) {
        String digits = number.replaceAll("[^0-9]", "");
        return switch (kind) {
            case RF -> {
                String body = last(number.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", ""), 21);
                yield made(kind, body.isEmpty(), () -> "RF" + CheckDigits.iso7064(body) + body);
            }
            case QRR -> {
                String body = "0".repeat(Math.max(0, 26 - digits.length())) + last(digits, 26);
                yield made(kind, isZero(digits), () -> body + CheckDigits.recursive(body));
            }
            case OGM -> {
                String body = "0".repeat(Math.max(0, 10 - digits.length())) + last(digits, 10);
                yield made(kind, isZero(digits), () -> body + CheckDigits.belgian(body));
            }
            case KID -> made(kind, isZero(digits), () -> last(digits, 24) + CheckDigits.luhn(last(digits, 24)));
            case VIITENUMERO -> {
                String body = last(digits, 19).replaceFirst("^0+", "");
                yield made(kind, body.length() < 3, () -> body + CheckDigits.finnish(body));
            }
            case OCR -> made(kind, isZero(digits), () -> last(digits, 24) + CheckDigits.luhn(last(digits, 24)));
        };
    }

    private static Optional<PaymentReference> made(Kind kind, boolean tooLittle, java.util.function.Supplier<String> text) {
        return tooLittle ? Optional.empty() : Optional.of(new PaymentReference(kind, text.get()));
    }

    private static boolean isZero(String digits) {
        return digits.replace("0", "").isEmpty();
    }

    private static String last(String text, int most) {
        return text.substring(Math.max(0, text.length() - most));
    }

    /** A reference of that kind as typed or printed, in groups or not; empty where its check digits or form are wrong. */
    public static Optional<PaymentReference> read(Kind kind, String typed) {
        String plain = typed.replaceAll("[\\s\\u00A0\\u202F]", "").toUpperCase(Locale.ROOT);
        if (kind == Kind.OGM) {
            Matcher marked = Pattern.compile("([+*]{3})?([0-9]{3})/?([0-9]{4})/?([0-9]{5})([+*]{3})?").matcher(plain);
            if (!marked.matches()) {
                return Optional.empty();
            }
            plain = marked.group(2) + marked.group(3) + marked.group(4);
        }
        return isValid(kind, plain) ? Optional.of(new PaymentReference(kind, plain)) : Optional.empty();
    }

    private static boolean isValid(Kind kind, String plain) {
        if (kind == Kind.RF) {
            return plain.matches("RF[0-9]{2}[A-Z0-9]{1,21}") && CheckDigits.rest(plain.substring(4) + plain.substring(0, 4)) == 1;
        }
        if (kind == Kind.KID && plain.matches("[0-9]{1,24}-")) {
            return CheckDigits.modulus11(plain.substring(0, plain.length() - 1)) == '-';
        }
        if (!plain.matches("[0-9]{2,27}")) {
            return false;
        }
        String body = plain.substring(0, plain.length() - 1);
        int check = plain.charAt(plain.length() - 1) - '0';
        return switch (kind) {
            case QRR -> plain.length() == 27 && !isZero(plain) && CheckDigits.recursive(body) == check;
            case OGM -> plain.length() == 12 && !isZero(plain)
                    && CheckDigits.belgian(plain.substring(0, 10)).equals(plain.substring(10));
            case KID -> plain.length() <= 25 && (CheckDigits.luhn(body) == check || CheckDigits.modulus11(body) == '0' + check);
            case VIITENUMERO -> {
                String significant = plain.replaceFirst("^0+", "");
                yield significant.length() >= 4 && plain.length() <= 20 && CheckDigits.finnish(body) == check;
            }
            default -> plain.length() <= 25 && CheckDigits.luhn(body) == check;
        };
    }

    /**
     * The references that a free text shows beyond doubt: RF, the 27 digits of a QR reference, an OGM with its slashes.
     * Bare digits of the other kinds prove nothing; for those ask {@link #standsIn}. By chance the words behind an RF
     * reference may make another valid one with it: compare all with the references of open items.
     */
    public static List<PaymentReference> findIn(String text) {
        List<PaymentReference> found = new ArrayList<>();
        Matcher rf = RF_START.matcher(text);
        while (rf.find()) {
            found.addAll(rfFrom(text.substring(rf.start())));
        }
        Matcher qrr = QRR.matcher(text);
        while (qrr.find()) {
            read(Kind.QRR, qrr.group()).ifPresent(found::add);
        }
        Matcher ogm = OGM.matcher(text);
        while (ogm.find()) {
            read(Kind.OGM, ogm.group()).ifPresent(found::add);
        }
        return List.copyOf(found);
    }

    /** What is valid from the beginning to the end of a word: where more words follow, more than one may be. */
    private static List<PaymentReference> rfFrom(String text) {
        StringBuilder plain = new StringBuilder();
        List<PaymentReference> found = new ArrayList<>();
        for (int i = 0; i < text.length() && plain.length() < LONGEST_RF; i++) {
            char c = Character.toUpperCase(text.charAt(i));
            if (c >= 'A' && c <= 'Z' || c >= '0' && c <= '9') {
                plain.append(c);
                if (i + 1 == text.length() || !Character.isLetterOrDigit(text.charAt(i + 1))) {
                    read(Kind.RF, plain.toString()).ifPresent(found::add);
                }
            } else if (c != ' ' && c != '\u00A0') {
                break;
            }
        }
        return found;
    }

    /**
     * Whether a payer's text quotes this reference, in groups or not; leading zeros make no difference to digits.
     *
     * @param reference canonical, as stored with an open item; an empty one stands in no text
     */
    public static boolean standsIn(String reference, String text) {
        if (reference.isBlank()) {
            return false;
        }
        if (!reference.matches("[0-9]+")) {
            return findIn(text).stream().anyMatch(found -> found.text().equals(reference));
        }
        String wanted = reference.replaceFirst("^0+", "");
        Matcher run = DIGITS.matcher(text);
        while (run.find()) {
            if (run.group().replaceAll("[^0-9]", "").replaceFirst("^0+", "").equals(wanted)
                    || List.of(run.group().split("[ \\u00A0]")).stream().anyMatch(word ->
                            word.replace("/", "").replaceFirst("^0+", "").equals(wanted))) {
                return true;
            }
        }
        return false;
    }

    /** As printed: RF in fours, QRR in a two and fives, OGM between plus signs, the others in fives from the right. */
    public String printed() {
        return switch (kind) {
            case RF -> text.replaceAll("(.{4})(?=.)", "$1 ");
            case OGM -> "+++" + text.substring(0, 3) + "/" + text.substring(3, 7) + "/" + text.substring(7) + "+++";
            case QRR, VIITENUMERO -> text.replaceAll("(?<=.)(?=(?:.{5})+$)", " ");
            case KID, OCR -> text;
        };
    }
}
