package org.goodterms.ui.invoice;

import org.goodterms.App;
import org.goodterms.customer.Customer;
import org.goodterms.invoice.CreditProposal;
import org.goodterms.invoice.Document;
import org.goodterms.invoice.Issued;
import org.goodterms.invoice.TradePage;
import org.goodterms.kernel.Id;
import org.goodterms.ui.kit.Desk;
import org.goodterms.ui.kit.FilePart;
import org.goodterms.ui.kit.Navigator;
import org.goodterms.ui.kit.Pages;
import org.goodterms.ui.kit.PdfOut;
import org.goodterms.ui.kit.Place;

/** Tells the navigator which screens there are about invoices. */
public final class InvoiceScreens {
    private static final String SECTION = "invoices";

    private InvoiceScreens() {
    }

    /** @param reading makes pictures of a PDF's pages */
    public static void register(Desk desk, App app, Pages.Reading reading) {
        Navigator go = desk.navigator();
        InvoiceViewModel.Rooms rooms = new InvoiceViewModel.Rooms(app.invoices(), app.papers(), app.printing(), app.creditNotes(),
                app.disputes(), app.agreements().extensions(), app.history());
        go.route("invoices", SECTION, place -> new InvoiceListView(desk, new InvoiceListViewModel(desk, app.invoices(),
                app.printing()), mail(desk, app)));
        go.route("invoice", SECTION, place -> view(desk, app, new InvoiceViewModel(desk, rooms, reading, document(place)))
                .papers((document, form) -> write(desk, app, document, form)));
        go.route("invoice.credit", SECTION, place -> {
            CreditProposal proposal = place.about(CreditProposal.class);
            return view(desk, app, new InvoiceViewModel(desk, rooms, reading, proposal.invoice())).crediting(proposal);
        });
        go.route("invoice.new", SECTION, place -> {
            InvoiceEditViewModel model = model(desk, app);
            if (place.about() == null) {
                model.begin();
            } else {
                model.begin(customer(place));
            }
            return new InvoiceEditView(desk, model, "invoice.new").papers((kept, form) -> write(desk, app, kept, form));
        });
        go.route("invoice.edit", SECTION, place -> {
            InvoiceEditViewModel model = model(desk, app);
            model.edit(document(place));
            return new InvoiceEditView(desk, model, "invoice.edit").papers((kept, form) -> write(desk, app, kept, form));
        });
    }

    private static void write(Desk desk, App app, Document kept, TradePage.Form form) {
        PdfOut.ask(desk, "invoice.write." + form.word(), desk.texts().get("invoice.write." + form.word()) + " "
                + TradePage.number(kept), () -> app.letters().trade().pdf(kept.id(), form));
    }

    private static InvoiceView view(Desk desk, App app, InvoiceViewModel model) {
        return new InvoiceView(desk, model, mail(desk, app),
                new FilePart(desk, new FilePart.Shelf(file -> app.attachments().addTo(model.id().value(), file), app.attachments()::saving,
                        app.attachments()::open, app.attachments()::save))).electronic(app.eInvoices());
    }

    private static MailViewModel mail(Desk desk, App app) {
        return new MailViewModel(desk, new MailViewModel.Rooms(app.mailing(), app.mail(), app.post(), app.handover()));
    }

    private static InvoiceEditViewModel model(Desk desk, App app) {
        return new InvoiceEditViewModel(desk.tasks(),
                new InvoiceEditViewModel.Rooms(app.invoices(), app.customers(), app.company()),
                new InvoiceEditViewModel.Ends(saved -> desk.overlay().toast(desk.texts().get("invoice.draft_saved")),
                        issued -> shown(desk, issued), () -> gone(desk)));
    }

    private static void gone(Desk desk) {
        if (desk.navigator().canGoBack().get()) {
            desk.navigator().back();
        } else {
            desk.navigator().replace(Place.of("invoices"));
        }
        desk.overlay().toast(desk.texts().get("invoice.discarded"));
    }

    private static void shown(Desk desk, Issued issued) {
        desk.navigator().replace(Place.of("invoice", issued.document().id()));
        desk.overlay().toast(desk.texts().get("invoice.was_issued", issued.document().number()));
        if (!issued.warnings().isEmpty()) {
            desk.overlay().problems(issued.warnings());
        }
    }

    @SuppressWarnings("unchecked")
    private static Id<Document> document(Place place) {
        return (Id<Document>) place.about(Id.class);
    }

    @SuppressWarnings("unchecked")
    private static Id<Customer> customer(Place place) {
        return (Id<Customer>) place.about(Id.class);
    }
}
