package org.goodterms.einvoice;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamException;
import org.goodterms.einvoice.EInvoice.Tax;
import org.goodterms.einvoice.EInvoice.Totals;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Problem;

/**
 * Writes an e-invoice. What was written is read back and checked by the rules it claims to follow; an invoice that
 * breaks them is not given out, and the problems name what to fill in.
 */
public final class EInvoiceWriter {

    private EInvoiceWriter() {
    }

    /** The XML in UTF-8. For a format that is a PDF this is the part that {@link #facturX} puts into the PDF. */
    public static Outcome<byte[]> xml(EInvoice invoice, Format format) {
        List<Problem> before = writable(invoice);
        if (!before.isEmpty()) {
            return Outcome.refused(before);
        }
        try {
            byte[] xml = format.ubl() ? UblWriter.write(invoice, format) : CiiWriter.write(invoice, format);
            List<Problem> problems = EInvoiceReader.read(xml).problems();
            return problems.isEmpty() ? Outcome.ok(xml) : Outcome.refused(problems);
        } catch (XMLStreamException e) {
            throw new IllegalStateException("cannot write XML into memory", e);
        }
    }

    /**
     * A PDF/A-3 that looks like {@code pdf} and carries the invoice as factur-x.xml (xrechnung.xml in that profile).
     *
     * @param pdf    the printed invoice, all fonts embedded
     * @param format one that is a PDF
     */
    public static Outcome<byte[]> facturX(EInvoice invoice, byte[] pdf, Format format) {
        return xml(invoice, format).then(xml -> FacturX.embed(pdf, xml, invoice, format));
    }

    /** What no form can say: more than two decimals in an amount, a discount finer than 0.01 %. */
    private static List<Problem> writable(EInvoice invoice) {
        List<Problem> problems = new ArrayList<>();
        Totals totals = invoice.totals();
        Stream<BigDecimal> amounts = Stream.of(Stream.of(totals.lines(), totals.allowances(), totals.charges(),
                totals.net(), totals.tax(), totals.gross(), totals.paid(), totals.rounding(), totals.payable()),
                invoice.lines().stream().map(EInvoice.Line::net), invoice.taxes().stream().map(Tax::base),
                invoice.taxes().stream().map(Tax::amount), invoice.allowances().stream().map(a -> a.amount()))
                .flatMap(s -> s);
        amounts.filter(a -> a.stripTrailingZeros().scale() > 2).findFirst()
                .ifPresent(a -> problems.add(Problem.at("totals", "einvoice.not_an_amount", a.toPlainString())));
        invoice.payment().discounts().stream().filter(d -> d.percent().stripTrailingZeros().scale() > 2).findFirst()
                .ifPresent(d -> problems.add(Problem.at("payment", "einvoice.discount", d.percent().toPlainString())));
        return problems;
    }
}
