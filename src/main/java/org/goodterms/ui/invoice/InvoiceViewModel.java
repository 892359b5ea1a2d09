package org.goodterms.ui.invoice;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.goodterms.agreement.Extension;
import org.goodterms.agreement.ExtensionService;
import org.goodterms.customer.Contact;
import org.goodterms.dispute.Dispute;
import org.goodterms.dispute.DisputeService;
import org.goodterms.intake.Attachment;
import org.goodterms.invoice.CreditNoteService;
import org.goodterms.invoice.CreditRequest;
import org.goodterms.invoice.Document;
import org.goodterms.invoice.InvoiceFilter;
import org.goodterms.invoice.InvoiceRow;
import org.goodterms.invoice.InvoiceService;
import org.goodterms.invoice.Issued;
import org.goodterms.invoice.PaperService;
import org.goodterms.invoice.PrintingService;
import org.goodterms.kernel.Id;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Problem;
import org.goodterms.outbox.Message;
import org.goodterms.payment.Expected;
import org.goodterms.receivable.Allocation;
import org.goodterms.report.CustomerHistoryService;
import org.goodterms.report.TimelineEvent;
import org.goodterms.ui.kit.EndingDialog;
import org.goodterms.ui.kit.Desk;
import org.goodterms.ui.kit.Pages;
import org.goodterms.ui.kit.Place;
import org.goodterms.ui.kit.Subscriptions;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** One issued document: its pages, where it stands, what happened with it, and what can be done about it. */
public final class InvoiceViewModel {

    /** The rooms that know something about a document. */
    public record Rooms(InvoiceService invoices, PaperService papers, PrintingService printing, CreditNoteService credits,
            DisputeService disputes, ExtensionService extensions, CustomerHistoryService history) {
    }

    /**
     * Where a document stands.
     *
     * @param disputes over it that are open
     */
    record Standing(Document document, InvoiceRow row, List<Dispute> disputes) {
        boolean owed() {
            return !document.isCredit() && row.open().isPositive();
        }
    }

    private final Desk desk;
    private final Rooms rooms;
    private final Pages.Reading reading;
    private final Id<Document> id;
    private final Subscriptions subscriptions;
    final ObjectProperty<@Nullable Standing> standing = new SimpleObjectProperty<>();
    final ObjectProperty<@Nullable Pages> pages = new SimpleObjectProperty<>();
    final ObservableList<TimelineEvent> events = FXCollections.observableArrayList();

    /** @param reading makes pictures of a PDF's pages */
    public InvoiceViewModel(Desk desk, Rooms rooms, Pages.Reading reading, Id<Document> id) {
        this.desk = desk;
        this.rooms = rooms;
        this.reading = reading;
        this.id = id;
        this.subscriptions = new Subscriptions(desk.changes()).on(this::load, Document.class, Allocation.class, Dispute.class,
                Message.class, Contact.class, Extension.class, Attachment.class).on(this::loadPages);
    }

    void load() {
        desk.tasks().load(standing, progress -> rooms.invoices().byId(id).map(this::standing), found -> found.ifPresent(is -> {
            standing.set(is);
            desk.tasks().load(events, progress -> rooms.history().ofDocument(is.document().content().customer(),
                    is.document().number()), events::setAll);
        }));
    }

    private Standing standing(Document document) {
        InvoiceRow row = rooms.invoices().list(new InvoiceFilter(InvoiceFilter.Which.ALL, document.number(),
                document.content().customer(), 0)).stream().filter(one -> document.id().equals(one.id())).findFirst().orElseThrow();
        return new Standing(document, row, rooms.disputes().openAt(desk.formats().today()).stream()
                .filter(dispute -> dispute.number().equals(document.number())).toList());
    }

    private void loadPages() {
        desk.tasks().run("invoice.making_pages", progress -> rooms.papers().pdf(id).map(reading::read), pages::set,
                desk.overlay()::problems);
    }

    /** Money for this invoice. */
    void pay() {
        known().filter(Standing::owed).ifPresent(is -> desk.navigator().go(Place.of("payment.new",
                Expected.of(is.document().content().customer(), is.document().number()))));
    }

    Id<Document> id() {
        return id;
    }

    private Optional<Standing> known() {
        return Optional.ofNullable(standing.get());
    }

    void toCustomer() {
        known().ifPresent(is -> desk.navigator().go(Place.of("customer", is.document().content().customer())));
    }

    void print() {
        known().ifPresent(is -> desk.tasks().run("invoice.print", progress -> rooms.printing().print(is.document().number(),
                List.of(id), progress), printed -> {
                    if (printed > 0) {
                        desk.overlay().toast(desk.texts().get("invoice.printed", is.document().number()));
                    }
                }, desk.overlay()::problems));
    }

    /** Asks where, and writes the archived page there. */
    void savePdf() {
        known().ifPresent(is -> desk.overlay().askFile(desk.texts().get("invoice.save_pdf"),
                PaperService.fileName(is.document()) + ".pdf", "pdf").ifPresent(this::savePdf));
    }

    private void savePdf(Path file) {
        desk.tasks().run("invoice.save_pdf", progress -> rooms.papers().pdf(id).then(pdf -> written(file, pdf)),
                done -> desk.overlay().toast(desk.texts().get("invoice.pdf_saved", done.getFileName())), desk.overlay()::problems);
    }

    private static Outcome<Path> written(Path file, byte[] pdf) {
        try {
            return Outcome.ok(Files.write(file, pdf));
        } catch (IOException e) {
            return Outcome.refused(Problem.of("window.not_written", file));
        }
    }

    /** Leads to a new draft with the same content. */
    void duplicate() {
        desk.tasks().run("invoice.duplicate", progress -> rooms.invoices().duplicate(id),
                draft -> desk.navigator().go(Place.of("invoice.edit", draft.id())), desk.overlay()::problems);
    }

    /** Leads to a draft that will take the place of this invoice. */
    void correct() {
        desk.tasks().run("invoice.correct", progress -> rooms.invoices().correction(id),
                draft -> desk.navigator().go(Place.of("invoice.edit", draft.id())), desk.overlay()::problems);
    }

    /** What a credit note would come to; empty where it would be refused. */
    void foresee(CreditRequest request, Consumer<Outcome<Issued>> then) {
        desk.tasks().load(request.invoice(), progress -> rooms.credits().preview(request), then);
    }

    void credit(CreditRequest request, Runnable done, Consumer<List<Problem>> problems) {
        desk.tasks().run("invoice.credit", progress -> rooms.credits().issue(request), issued -> {
            done.run();
            desk.navigator().go(Place.of("invoice", issued.document().id()));
            desk.overlay().toast(desk.texts().get("invoice.credited", issued.document().number()));
        }, problems);
    }

    /** What lines of the invoice come to, tax included. @param positions from 1 */
    void worth(List<Integer> positions, Consumer<Outcome<Money>> then) {
        known().ifPresent(is -> desk.tasks().load(positions, progress -> rooms.credits().worth(is.document().number(), positions), then));
    }

    /** @param amount what is contested; null: all that is open. @param lines that make it up, from 1; empty: an amount */
    void dispute(@Nullable Money amount, List<Integer> lines, DisputeService.Case about, Runnable done,
            Consumer<List<Problem>> problems) {
        List<Integer> chosen = List.copyOf(lines);
        known().ifPresent(is -> desk.tasks().run("invoice.dispute", progress -> rooms.disputes().open(is.document().number(), amount,
                chosen, about, desk.formats().today()), opened -> {
                    done.run();
                    desk.overlay().undoable(desk.texts().get("invoice.was_disputed", opened.amount()), () -> settle(
                            new EndingDialog.Ending("withdrawn", null, ""), closed -> { }, desk.overlay()::problems));
                }, problems));
    }

    /** Gives the customer more time, from today on. */
    void extend(LocalDate to, String by, String note, boolean interest, Runnable done, Consumer<List<Problem>> problems) {
        known().ifPresent(is -> desk.tasks().run("invoice.extend", progress -> rooms.extensions().extend(
                new ExtensionService.Request(is.document().number(), to, by, note, interest)), extension -> {
                    done.run();
                    desk.overlay().toast(desk.texts().get("invoice.extended", extension.newDue()));
                }, problems));
    }

    /** Closes all disputes of the invoice. @param done gets them as they are then */
    void settle(EndingDialog.Ending ending, Consumer<List<Dispute>> done, Consumer<List<Problem>> problems) {
        known().ifPresent(is -> desk.tasks().run("invoice.settle_dispute", progress -> rooms.disputes().close(is.document().number(),
                ending.outcome(), ending.granted(), ending.note(), desk.formats().today()), closed -> {
                    done.accept(closed);
                    desk.overlay().toast(desk.texts().get(ending.credits() ? "invoice.dispute_closed" : "dispute.closed_quiet"));
                }, problems));
    }

    public void start() {
        subscriptions.start();
    }

    public void stop() {
        subscriptions.stop();
    }
}
