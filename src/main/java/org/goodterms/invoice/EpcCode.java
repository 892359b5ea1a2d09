package org.goodterms.invoice;

import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.goodterms.company.PayTo;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.PaymentReference;
import org.goodterms.kernel.Problem;
import org.joda.money.Money;

/**
 * The text of a code that fills in a SEPA credit transfer (EPC069-12 of the European Payments Council): a banking app
 * reads payee, account, amount and reference from it.
 */
public record EpcCode(Payee payee, Money amount, Purpose purpose, Form form) {
    private static final BigDecimal MOST = new BigDecimal("999999999.99");
    private static final int LONGEST_NAME = 70;
    private static final int LONGEST_TEXT = 140;
    private static final int LONGEST_NOTE = 70;
    private static final int LARGEST = 331;

    /** @param bic may be empty but in version 001 */
    public record Payee(String name, String iban, String bic) {
    }

    /**
     * What for; empty where nothing is to be said.
     *
     * @param code       purpose code of ISO 20022, up to four letters
     * @param structured RF reference (ISO 11649); only where {@code text} is empty
     * @param text       to the payee, up to 140 characters
     * @param note       to the payer, up to 70 characters
     */
    public record Purpose(String code, String structured, String text, String note) {
    }

    /** @param charset 1 for UTF-8, 2 for ISO 8859-1, as the standard numbers them */
    public record Form(String version, int charset) {
        public static final Form USUAL = new Form("002", 1);

        Charset encoding() {
            return charset == 2 ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8;
        }
    }

    /** Lines with LF between them, empty ones at the end left out. Refused for each part that the standard forbids. */
    public Outcome<byte[]> payload() {
        Optional<Problem> problem = problem();
        if (problem.isPresent()) {
            return Outcome.refused(problem.get());
        }
        String plain = payee.iban().replaceAll("\\s", "").toUpperCase(java.util.Locale.ROOT);
        List<String> lines = List.of("BCD", form.version(), Integer.toString(form.charset()), "SCT", payee.bic(), payee.name(), plain,
                "EUR" + amount.getAmount().stripTrailingZeros().toPlainString(), purpose.code(), purpose.structured(),
                purpose.text(), purpose.note());
        byte[] bytes = String.join("\n", lines).replaceFirst("\n+$", "").getBytes(form.encoding());
        return bytes.length > LARGEST ? Outcome.refused(Problem.at("text", "invoice.epc_text", LONGEST_TEXT)) : Outcome.ok(bytes);
    }

    private Optional<Problem> problem() {
        if (!amount.getCurrencyUnit().getCode().equals("EUR") || !amount.isPositive() || amount.getAmount().compareTo(MOST) > 0) {
            return Optional.of(Problem.at("amount", "invoice.epc_amount", amount));
        }
        if (payee.name().isBlank() || payee.name().length() > LONGEST_NAME || broken(payee.name())) {
            return Optional.of(Problem.at("name", "invoice.epc_name", payee.name().strip(), LONGEST_NAME));
        }
        if (PayTo.iban(payee.iban()).isEmpty()) {
            return Optional.of(Problem.at("iban", "invoice.epc_iban", payee.iban()));
        }
        if (form.version().equals("001") && payee.bic().isBlank()) {
            return Optional.of(Problem.at("bic", "invoice.epc_bic"));
        }
        if (!purpose.structured().isEmpty() && (!purpose.text().isEmpty()
                || PaymentReference.read(PaymentReference.Kind.RF, purpose.structured()).isEmpty())) {
            return Optional.of(Problem.at("reference", "invoice.epc_reference", purpose.structured()));
        }
        boolean text = purpose.text().length() > LONGEST_TEXT || broken(purpose.text()) || purpose.note().length() > LONGEST_NOTE
                || broken(purpose.note()) || purpose.code().length() > 4;
        return text ? Optional.of(Problem.at("text", "invoice.epc_text", LONGEST_TEXT)) : Optional.empty();
    }

    private static boolean broken(String text) {
        return text.chars().anyMatch(Character::isISOControl);
    }
}
