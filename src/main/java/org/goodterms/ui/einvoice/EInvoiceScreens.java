package org.goodterms.ui.einvoice;

import org.goodterms.App;
import org.goodterms.ui.kit.Desk;

/** Tells the navigator which screens there are about e-invoices of suppliers. */
public final class EInvoiceScreens {
    private EInvoiceScreens() {
    }

    public static void register(Desk desk, App app) {
        desk.navigator().route("einvoices", "einvoices", place -> new EInvoiceView(desk, new EInvoiceViewModel(desk, app.eInvoices().received())));
    }
}
