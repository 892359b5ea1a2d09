package org.goodterms.kernel;

import java.math.BigInteger;

/** Check digits of the numbers by which payments find their invoice. Each takes digits only, and at least one. */
final class CheckDigits {
    private static final int[] RECURSIVE = {0, 9, 4, 6, 8, 2, 7, 1, 3, 5};
    private static final int[] FINNISH = {7, 3, 1};
    private static final BigInteger NINETY_SEVEN = BigInteger.valueOf(97);
    private static final int ELEVEN = 11;

    private CheckDigits() {
    }

    /** Modulus 10 with doubling from the right (Luhn): Norwegian KID, Swedish OCR. */
    static int luhn(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int doubled = (digits.charAt(digits.length() - 1 - i) - '0') * (i % 2 == 0 ? 2 : 1);
            sum += doubled / 10 + doubled % 10;
        }
        return (10 - sum % 10) % 10;
    }

    /** Modulus 11 with weights 2 to 7 from the right (Norwegian KID); {@code -} where the rest would be 10. */
    static char modulus11(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            sum += (digits.charAt(digits.length() - 1 - i) - '0') * (2 + i % 6);
        }
        int check = (ELEVEN - sum % ELEVEN) % ELEVEN;
        return check == 10 ? '-' : (char) ('0' + check);
    }

    /** Modulus 10 recursive: Swiss QR reference. */
    static int recursive(String digits) {
        int carry = 0;
        for (int i = 0; i < digits.length(); i++) {
            carry = RECURSIVE[(carry + digits.charAt(i) - '0') % 10];
        }
        return (10 - carry) % 10;
    }

    /** Weights 7, 3, 1 from the right: Finnish viitenumero. */
    static int finnish(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            sum += (digits.charAt(digits.length() - 1 - i) - '0') * FINNISH[i % 3];
        }
        return (10 - sum % 10) % 10;
    }

    /** Rest by 97, where 97 stands for 0, as two digits: Belgian OGM. */
    static String belgian(String digits) {
        int rest = new BigInteger(digits).mod(NINETY_SEVEN).intValue();
        return "%02d".formatted(rest == 0 ? 97 : rest);
    }

    /** ISO 7064 modulus 97-10 over letters and digits: the two digits behind RF (ISO 11649). */
    static String iso7064(String body) {
        return "%02d".formatted(98 - rest(body + "RF00"));
    }

    /** Rest by 97 with A = 10 to Z = 35; 1 for a valid reference whose first four characters were put at its end. */
    static int rest(String text) {
        StringBuilder digits = new StringBuilder();
        text.chars().forEach(c -> digits.append(Character.digit(c, 36)));
        return new BigInteger(digits.toString()).mod(NINETY_SEVEN).intValue();
    }
}
