package org.goodterms.pdf;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import net.codecrete.qrbill.generator.Address;
import net.codecrete.qrbill.generator.Bill;
import net.codecrete.qrbill.generator.BillFormat;
import net.codecrete.qrbill.generator.Language;
import net.codecrete.qrbill.generator.OutputSize;
import net.codecrete.qrbill.generator.QRBill;
import net.codecrete.qrbill.generator.SeparatorType;
import net.codecrete.qrbill.generator.ValidationMessage;
import org.jspecify.annotations.Nullable;

/**
 * The Swiss QR-bill: receipt and payment part at the foot of the last page (Swiss Payment Standards, version 2.x), for
 * amounts in CHF or EUR to an account in Switzerland or Liechtenstein.
 *
 * @param account   IBAN or QR-IBAN without blanks
 * @param payer     null leaves room to write the name
 * @param reference QR reference, RF reference or empty
 * @param message   to the payee, up to 140 characters
 * @param language  of its printed words: German, French or Italian, else English
 */
public record PaymentSlip(String account, Who payee, BigDecimal amount, String currency, @Nullable Who payer, Note note)
        implements Block {
    /** Height of the slip in points. */
    static final float HEIGHT = Paper.mm(105);

    /** A name and a structured address. */
    public record Who(String name, String street, String postcode, String town, String country) {
    }

    /** What the payee reads. */
    public record Note(String reference, String message, Locale language) {
    }

    /** The field that keeps it from being valid: {@code account}, {@code creditor.town} and the like; empty where none does. */
    public Optional<String> wrong() {
        return QRBill.validate(bill()).getValidationMessages().stream()
                .filter(message -> message.getType() == ValidationMessage.Type.ERROR)
                .map(ValidationMessage::getField).findFirst();
    }

    /** What its code says, line by line. */
    public String payload() {
        return QRBill.encodeQrCodeText(bill());
    }

    Bill bill() {
        Bill bill = new Bill();
        bill.setAccount(account);
        bill.setCreditor(address(payee));
        bill.setAmount(amount);
        bill.setCurrency(currency);
        if (payer != null) {
            bill.setDebtor(address(payer));
        }
        if (!note.reference().isEmpty()) {
            bill.setReference(note.reference());
        }
        bill.updateReferenceType();
        if (!note.message().isEmpty()) {
            bill.setUnstructuredMessage(note.message());
        }
        BillFormat format = new BillFormat();
        format.setOutputSize(OutputSize.A4_PORTRAIT_SHEET);
        format.setSeparatorType(SeparatorType.DASHED_LINE);
        format.setFontFamily("Arial");
        format.setLanguage(switch (note.language().getLanguage()) {
            case "de" -> Language.DE;
            case "fr" -> Language.FR;
            case "it" -> Language.IT;
            default -> Language.EN;
        });
        bill.setFormat(format);
        return bill;
    }

    private static Address address(Who who) {
        Address address = new Address();
        address.setName(who.name());
        address.setStreet(who.street());
        address.setPostalCode(who.postcode());
        address.setTown(who.town());
        address.setCountryCode(who.country());
        return address;
    }
}
