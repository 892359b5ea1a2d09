package org.goodterms.bank;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The CSV layouts of banks that are known without a map, by their headings.
 *
 * @param fields   field and heading in turn
 * @param date     how dates are written, null where they show it
 * @param decimal  the mark before the decimals
 * @param oneText  payer and purpose stand in one column
 */
record CsvLayout(String name, List<String> fields, @Nullable String date, String decimal, boolean oneText) {
    private static final List<CsvLayout> KNOWN = List.of(
            new CsvLayout("sparkasse", List.of("own", "Auftragskonto", "date", "Buchungstag", "valueDate", "Valutadatum",
                    "booking", "Buchungstext", "text", "Verwendungszweck", "reference", "Kundenreferenz (End-to-End)",
                    "payer", "Beguenstigter/Zahlungspflichtiger", "iban", "Kontonummer/IBAN", "amount", "Betrag",
                    "currency", "Waehrung", "state", "Info"), null, ",", false),
            new CsvLayout("dkb", List.of("date", "Buchungsdatum", "valueDate", "Wertstellung", "state", "Status", "debtor",
                    "Zahlungspflichtige*r", "creditor", "Zahlungsempfänger*in", "text", "Verwendungszweck", "iban", "IBAN",
                    "amount", "Betrag (€)", "reference", "Kundenreferenz"), null, ",", false),
            new CsvLayout("vr-bank", List.of("own", "IBAN Auftragskonto", "date", "Buchungstag", "valueDate", "Valutadatum",
                    "payer", "Name Zahlungsbeteiligter", "iban", "IBAN Zahlungsbeteiligter", "booking", "Buchungstext",
                    "text", "Verwendungszweck", "amount", "Betrag", "currency", "Waehrung", "balance",
                    "Saldo nach Buchung"), null, ",", false),
            new CsvLayout("n26", List.of("date", "Booking Date", "valueDate", "Value Date", "payer", "Partner Name", "iban",
                    "Partner Iban", "text", "Payment Reference", "amount", "Amount (EUR)"), "yyyy-MM-dd", ".", false),
            new CsvLayout("revolut", List.of("time", "Completed Date", "story", "Description", "amount", "Amount", "fee",
                    "Fee", "currency", "Currency", "state", "State", "balance", "Balance"), null, ".", false),
            new CsvLayout("wise", List.of("id", "TransferWise ID", "date", "Date", "amount", "Amount", "currency",
                    "Currency", "story", "Description", "text", "Payment Reference", "balance", "Running Balance", "debtor",
                    "Payer Name", "creditor", "Payee Name", "iban", "Payee Account Number"), "dd-MM-yyyy", ".", false),
            new CsvLayout("chase", List.of("date", "Posting Date", "text", "Description", "amount", "Amount", "balance",
                    "Balance", "kind", "Details"), "MM/dd/yyyy", ".", true),
            new CsvLayout("uk", List.of("date", "Date", "text", "Details", "paidOut", "Paid out", "paidIn", "Paid in",
                    "balance", "Balance"), null, ".", true));

    /** The layout all of whose headings are there. */
    static Optional<CsvLayout> of(List<String> headings) {
        List<String> there = headings.stream().map(h -> h.replace("\uFEFF", "").strip()).toList();
        return KNOWN.stream().filter(layout -> {
            for (int i = 1; i < layout.fields.size(); i += 2) {
                if (!there.contains(layout.fields.get(i))) {
                    return false;
                }
            }
            return true;
        }).findFirst();
    }

    /** The names of the known layouts, for messages. */
    static String names() {
        return String.join(", ", KNOWN.stream().map(CsvLayout::name).toList());
    }
}
