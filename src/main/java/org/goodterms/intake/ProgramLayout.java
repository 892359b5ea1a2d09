package org.goodterms.intake;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How one program writes its customers or invoices.
 *
 * @param signs   headings by which the file is known; none: it has no headings
 * @param columns what we read to the column it stands in
 * @param dates   how it writes dates where the file itself does not tell
 */
record ProgramLayout(Program program, ImportKind kind, List<String> signs, Map<String, String> columns, String dates) {
    private static final String ISO = "yyyy-MM-dd";
    private static final int GNUCASH_CUSTOMER = 19;
    private static final int GNUCASH_INVOICE = 22;

    private static final List<ProgramLayout> ALL = List.of(
            of(Program.XERO, ImportKind.CUSTOMERS, "d/M/yyyy", "*ContactName|AccountNumber|POCountry", "name=*ContactName|code=AccountNumber|"
                    + "email=EmailAddress|first=FirstName|last=LastName|street=POAddressLine1|street2=POAddressLine2|"
                    + "street3=POAddressLine3|street4=POAddressLine4|city=POCity|region=PORegion|postcode=POPostalCode|"
                    + "country=POCountry|phone=PhoneNumber|taxId=TaxNumber|days=DueDateSalesDay|daysAfter=DueDateSalesTerm"),
            of(Program.XERO, ImportKind.INVOICES, "d/M/yyyy", "*ContactName|*InvoiceNumber|*UnitAmount", "number=*InvoiceNumber|name=*ContactName|"
                    + "email=EmailAddress|street=POAddressLine1|street2=POAddressLine2|city=POCity|region=PORegion|"
                    + "postcode=POPostalCode|country=POCountry|date=*InvoiceDate|due=*DueDate|currency=Currency|"
                    + "reference=Reference|text=*Description|quantity=*Quantity|price=*UnitAmount|discount=Discount|"
                    + "taxRate=*TaxType|lineTax=TaxAmount"),
            of(Program.QUICKBOOKS_ONLINE, ImportKind.CUSTOMERS, "M/d/yyyy", "Name|Company|ZIP|Opening Balance", "name=Company|contact=Name|"
                    + "email=Email|phone=Phone|street=Street|city=City|region=State|postcode=ZIP|country=Country"),
            of(Program.QUICKBOOKS_ONLINE, ImportKind.INVOICES, "M/d/yyyy", "*InvoiceNo|*Customer|*ItemAmount", "number=*InvoiceNo|"
                    + "name=*Customer|date=*InvoiceDate|due=*DueDate|terms=Terms|text=ItemDescription|lineNet=*ItemAmount|"
                    + "taxRate=TaxRate|currency=Currency"),
            of(Program.INVOICE_NINJA, ImportKind.CUSTOMERS, ISO, "Name|Paid to Date|Billing Street", "name=Name|code=ID Number|"
                    + "taxId=VAT Number|street=Billing Street|street2=Billing Apt/Suite|city=Billing City|"
                    + "region=Billing State/Province|postcode=Billing Postal Code|country=Billing Country|phone=Phone|"
                    + "currency=Currency|first=First Name|last=Last Name|email=Email"),
            of(Program.INVOICE_NINJA, ImportKind.INVOICES, ISO, "Client|Invoice Number|Paid|Item Cost", "number=Invoice Number|"
                    + "name=Client|email=Email|date=Invoice Date|due=Due Date|gross=Amount|paid=Paid|status=Status|"
                    + "reference=PO Number|text=Item Notes|quantity=Item Quantity|price=Item Cost"),
            of(Program.FRESHBOOKS, ImportKind.CUSTOMERS, ISO, "Organization|Province/State|Postal Code", "name=Organization|first=First Name|"
                    + "last=Last Name|email=Email|phone=Phone|street=Street|city=City|region=Province/State|country=Country|"
                    + "postcode=Postal Code|note=Notes"),
            of(Program.FRESHBOOKS, ImportKind.INVOICES, ISO, "Client Name|Invoice #|Line Subtotal", "number=Invoice #|name=Client Name|"
                    + "date=Date Issued|status=Invoice Status|paidOn=Date Paid|text=Item Description|lineNet=Line Subtotal|"
                    + "lineTax=Tax 1 Amount|lineTax2=Tax 2 Amount|currency=Currency"),
            of(Program.WAVE, ImportKind.CUSTOMERS, ISO, "customer_name|customer_currency|account_number", "name=customer_name|"
                    + "code=account_number|email=email|first=contact_first_name|last=contact_last_name|"
                    + "currency=customer_currency|phone=phone|country=country|region=province/state|street=address_line_1|"
                    + "street2=address_line_2|city=city|postcode=postal_code/zip_code"),
            of(Program.ZOHO, ImportKind.CUSTOMERS, ISO, "Display Name|Company Name|Billing Code", "name=Company Name|contact=Display Name|"
                    + "first=First Name|last=Last Name|phone=Phone|currency=Currency Code|street=Billing Address|"
                    + "street2=Billing Street2|city=Billing City|region=Billing State|country=Billing Country|"
                    + "postcode=Billing Code|days=Payment Terms|email=EmailID"),
            of(Program.ZOHO, ImportKind.INVOICES, ISO, "Invoice Number|Customer Name|Item Total|Balance", "number=Invoice Number|"
                    + "name=Customer Name|date=Invoice Date|due=Due Date|days=Payment Terms|status=Invoice Status|"
                    + "currency=Currency Code|exchange=Exchange Rate|text=Item Desc|lineNet=Item Total|taxRate=Item Tax %|"
                    + "gross=Total|balance=Balance|paidOn=Last Payment Date"));

    private static final ProgramLayout GNUCASH_CUSTOMERS = of(Program.GNUCASH, ImportKind.CUSTOMERS, ISO, "", "code=1|name=2|"
            + "contact=3|street=4|street2=5|place=6|country=7|phone=8|email=10|note=11");
    private static final ProgramLayout GNUCASH_INVOICES = of(Program.GNUCASH, ImportKind.INVOICES, ISO, "", "number=1|name=3|"
            + "reference=4|text=7|quantity=10|price=11|taxable=15|included=16|taxRate=17|date=18|due=19");

    private static ProgramLayout of(Program program, ImportKind kind, String dates, String signs, String columns) {
        Map<String, String> places = new LinkedHashMap<>();
        for (String pair : columns.split("\\|")) {
            places.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
        }
        return new ProgramLayout(program, kind, signs.isEmpty() ? List.of() : List.of(signs.split("\\|")), places, dates);
    }

    /** The layout whose headings, or where there are none whose shape, the file has. */
    static Optional<ProgramLayout> of(boolean header, List<String> columns, List<List<String>> rows) {
        if (header) {
            return ALL.stream().filter(layout -> columns.containsAll(layout.signs())).findFirst();
        }
        if (columns.size() == GNUCASH_CUSTOMER && rows.stream().allMatch(row -> row.size() == GNUCASH_CUSTOMER
                && (row.get(9).isBlank() || row.get(9).contains("@"))) && rows.stream().anyMatch(row -> row.get(9).contains("@"))) {
            return Optional.of(GNUCASH_CUSTOMERS);
        }
        boolean invoices = columns.size() == GNUCASH_INVOICE && rows.stream().allMatch(row ->
                row.size() == GNUCASH_INVOICE && row.get(14).matches("(?i)yes|no|") && row.get(15).matches("(?i)yes|no|"));
        return invoices ? Optional.of(GNUCASH_INVOICES) : Optional.empty();
    }

    /** The columns that a file has. */
    Mapping mapping(List<String> has, boolean datesTold) {
        Map<String, String> there = new LinkedHashMap<>(columns);
        there.values().removeIf(column -> !has.contains(column));
        return new Mapping(there, Map.of(), datesTold ? dates : null, null, null, null, null);
    }
}
