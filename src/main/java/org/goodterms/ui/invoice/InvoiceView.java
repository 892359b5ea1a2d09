package org.goodterms.ui.invoice;

import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.goodterms.invoice.Document;
import org.goodterms.invoice.InvoiceService;
import org.goodterms.invoice.PaperService;
import org.goodterms.kernel.Id;
import org.goodterms.ui.kit.Action;
import org.goodterms.ui.kit.Buttons;
import org.goodterms.ui.kit.Desk;
import org.goodterms.ui.kit.Page;
import org.goodterms.ui.kit.Pages;
import org.goodterms.ui.kit.PdfPreview;
import org.goodterms.ui.kit.Place;
import org.goodterms.ui.kit.Screen;
import org.jspecify.annotations.Nullable;

/** An issued document with its pages as they were archived. */
public final class InvoiceView implements Screen {
    private final Desk desk;
    private final InvoiceService invoices;
    private final PaperService papers;
    private final Pages.Reading reading;
    private final Id<Document> id;
    private final PdfPreview preview;
    private final Page page;
    private @Nullable Document shown;

    private record Found(Document document, Pages pages) {
    }

    /** @param reading makes pictures of a PDF's pages */
    public InvoiceView(Desk desk, InvoiceService invoices, PaperService papers, Pages.Reading reading,
            Id<Document> id) {
        this.desk = desk;
        this.reading = reading;
        this.invoices = invoices;
        this.papers = papers;
        this.id = id;
        this.preview = new PdfPreview(desk);
        VBox.setVgrow(preview, Priority.ALWAYS);
        page = new Page(desk.texts().get(titleKey())).actions(Buttons.of(desk.texts(),
                Action.of("invoice.to_customer", "fth-user", this::toCustomer))).content(preview);
    }

    private void toCustomer() {
        if (shown != null) {
            desk.navigator().go(Place.of("customer", shown.content().customer()));
        }
    }

    private void show(Found found) {
        shown = found.document();
        Document document = found.document();
        String kind = document.kind().name().toLowerCase(Locale.ROOT);
        page.heading().setText(desk.texts().get("invoice.heading." + kind, document.number()));
        page.sub().setText(desk.texts().get("invoice.sub", desk.formats().date(document.content().date()),
                desk.formats().money(document.sums().total())));
        preview.show(found.pages().sizes(), found.pages().drawing());
    }

    @Override
    public String titleKey() {
        return "screen.invoice";
    }

    @Override
    public Node node() {
        return page;
    }

    @Override
    public void onShow() {
        if (shown == null) {
            desk.tasks().run("invoice.making_pages", progress -> papers.pdf(id)
                    .map(pdf -> new Found(invoices.byId(id).orElseThrow(), reading.read(pdf))), this::show, desk.overlay()::problems);
        }
    }
}
