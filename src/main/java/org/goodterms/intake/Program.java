package org.goodterms.intake;

/** The programs whose exports are known by their headings and need no map. */
public enum Program {
    XERO("Xero"), QUICKBOOKS_ONLINE("QuickBooks Online"), QUICKBOOKS_DESKTOP("QuickBooks Desktop"), GNUCASH("GnuCash"),
    INVOICE_NINJA("Invoice Ninja"), FRESHBOOKS("FreshBooks"), WAVE("Wave"), ZOHO("Zoho");

    private final String title;

    Program(String title) {
        this.title = title;
    }

    /** As its maker writes it. */
    public String title() {
        return title;
    }
}
