package org.goodterms.ui.invoice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.goodterms.fixture.TestBook.DAY;
import static org.goodterms.fixture.TestBook.eur;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.goodterms.company.Address;
import org.goodterms.company.Company;
import org.goodterms.customer.Customer;
import org.goodterms.customer.CustomerField;
import org.goodterms.customer.CustomerForm;
import org.goodterms.dispute.DisputeService;
import org.goodterms.fixture.Desks;
import org.goodterms.fixture.Engine;
import org.goodterms.fixture.ScriptedSmtpServer;
import org.goodterms.fixture.TestBook;
import org.goodterms.fixture.Window;
import org.goodterms.invoice.CreditRequest;
import org.goodterms.invoice.Document;
import org.goodterms.invoice.InvoiceRow;
import org.goodterms.invoice.IssueOptions;
import org.goodterms.invoice.Line;
import org.goodterms.invoice.PrintingService;
import org.goodterms.invoice.TaxKey;
import org.goodterms.kernel.Id;
import org.goodterms.kernel.Problem;
import org.goodterms.outbox.Message;
import org.goodterms.outbox.OwnProgramService;
import org.goodterms.payment.Receipt;
import org.goodterms.payment.Settlement;
import org.goodterms.pdf.Printing;
import org.goodterms.ui.kit.Desk;
import org.goodterms.ui.kit.EndingDialog;
import org.goodterms.ui.kit.FilePart;
import org.goodterms.ui.kit.PageImage;
import org.goodterms.ui.kit.Pages;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page of an issued invoice: printed, saved, mailed, credited, disputed; over a real book. */
class InvoicePageModelsTest {
    @TempDir
    Path folder;
    private TestBook book;
    private Desk desk;
    private Document invoice;
    private final List<Integer> read = new ArrayList<>();
    private final List<Integer> printed = new ArrayList<>();

    @BeforeEach
    void open() {
        book = new TestBook(Engine.H2);
        desk = Desks.of(book.app.changes());
        book.app.company().setPayTo("EUR", "IBAN DE89 3704 0044 0532 0130 00").orThrow();
        Company firm = book.app.company().company();
        book.app.company().change(firm.withFirm(new Company.Firm("Firm", new Address("Weg 1", "10115", "Berlin", "", "DE"),
                "DE123456789", "", new Company.Reach("office@firm.example", "", "", "")))).orThrow();
        Id<Customer> customer = book.customer("BRIGHT");
        Customer known = book.app.customers().customer(customer);
        book.app.customers().change(known, CustomerForm.of(known).with(CustomerField.EMAIL, "pay@bright.example")).orThrow();
        TaxKey usual = TaxKey.of(new BigDecimal("19"));
        invoice = book.app.invoices().issue(book.app.invoices().blank(customer).withLines(List.of(
                Line.of("Work", new BigDecimal("2"), new BigDecimal("100"), usual),
                Line.of("Parts", BigDecimal.ONE, new BigDecimal("50"), usual))), IssueOptions.LENIENT).orThrow().document();
    }

    @AfterEach
    void close() {
        book.close();
    }

    private InvoiceViewModel model() {
        Printing printer = new Printing(() -> true, (title, pages) -> printed.add(pages.getNumberOfPages()));
        InvoiceViewModel model = Window.on(() -> new InvoiceViewModel(desk, new InvoiceViewModel.Rooms(book.app.invoices(),
                book.app.papers(), new PrintingService(book.app.papers(), printer), book.app.creditNotes(), book.app.disputes(),
                book.app.agreements().extensions(), book.app.history()), pdf -> {
                    read.add(pdf.length);
                    return new Pages(List.of(), (page, scale) -> new PageImage(1, 1, new int[1]));
                }, invoice.id()));
        Window.on(() -> new InvoiceView(desk, model, mail(file -> { }), files()));
        Window.run(model::start);
        return model;
    }

    private FilePart files() {
        return new FilePart(desk, new FilePart.Shelf(file -> book.app.attachments().addTo(invoice.id().value(), file),
                book.app.attachments()::saving, book.app.attachments()::open, book.app.attachments()::save));
    }

    private MailViewModel mail(org.goodterms.mail.MailProgram.Opener opener) {
        return new MailViewModel(desk, new MailViewModel.Rooms(book.app.mailing(), book.app.mail(), book.app.post(),
                new OwnProgramService(book.app.outbox(), book.app.mail(), opener)));
    }

    private static InvoiceViewModel.Standing standing(InvoiceViewModel model) {
        Window.run(model::load);
        return Objects.requireNonNull(model.standing.get());
    }

    @Test
    void the_archived_page_is_shown_printed_and_saved() throws Exception {
        InvoiceViewModel model = model();
        assertThat(read).as("read once").hasSize(1).allMatch(length -> length > 1000);
        Window.run(model::print);
        assertThat(printed).containsExactly(1);
        Path file = folder.resolve("page.pdf");
        List<String> names = new ArrayList<>();
        desk.overlay().saving((heading, name, ending) -> {
            names.add(name);
            return Optional.of(file);
        });
        Window.run(model::savePdf);
        assertThat(names).containsExactly("Invoice-" + invoice.number() + ".pdf");
        assertThat(Files.readAllBytes(file)).isEqualTo(book.app.papers().pdf(invoice.id()).orThrow());
    }

    @Test
    void the_menu_writes_it_as_order_confirmation_and_delivery_note() throws Exception {
        InvoiceViewModel model = model();
        List<String> asked = new ArrayList<>();
        InvoiceView view = Window.on(() -> new InvoiceView(desk, model, mail(file -> { }), files()).papers((document, form) ->
                org.goodterms.ui.kit.PdfOut.ask(desk, "invoice.write." + form.word(), form.word(),
                        () -> book.app.letters().trade().pdf(document.id(), form))));
        desk.overlay().saving((heading, name, ending) -> {
            asked.add(heading + " " + name);
            return Optional.of(folder.resolve(name));
        });
        Window.run(() -> model.standing.set(null));
        Window.run(model::load);
        Window.run(() -> ((javafx.scene.control.MenuButton) view.node().lookup("#invoice-more")).getItems().stream()
                .filter(item -> item.getId().startsWith("invoice-write-")).forEach(javafx.scene.control.MenuItem::fire));
        assertThat(asked).containsExactly("Order confirmation confirmation.pdf", "Delivery note delivery.pdf");
        assertThat(Files.readAllBytes(folder.resolve("delivery.pdf"))).startsWith('%', 'P', 'D', 'F');
        assertThat(Files.readAllBytes(folder.resolve("confirmation.pdf"))).startsWith('%', 'P', 'D', 'F');
    }

    @Test
    void what_happened_with_it_is_told_newest_first() {
        InvoiceViewModel model = model();
        book.app.payments().record(Receipt.plain(invoice.content().customer(), DAY, eur("100"),
                new Settlement.ByHand(List.of(new Settlement.Part(invoice.number(), eur("100")))))).orThrow();
        book.app.creditNotes().issue(CreditRequest.of(invoice.number(), List.of(invoice.content().lines().get(1)))).orThrow();
        book.app.payments().unallocate(book.app.payments().list(null).getFirst().id(), null, DAY).orThrow();
        assertThat(standing(model).row().open()).isEqualTo(eur("238.00"));
        assertThat(model.events).extracting(event -> event.sentence(desk.texts()).replace('\u00A0', ' ')).containsExactlyInAnyOrder(
                "Invoice " + invoice.number() + " over 297.50 EUR", "Payment R-2026-0001 settles 100.00 EUR",
                "100.00 EUR taken back from R-2026-0001", "Credit note CN-2026-0001 settles 59.50 EUR");
    }

    @Test
    void a_credit_note_is_foreseen_issued_and_more_than_is_left_refused() {
        InvoiceViewModel model = model();
        List<Object> answers = new ArrayList<>();
        CreditRequest parts = CreditRequest.of(invoice.number(), List.of(invoice.content().lines().get(1)));
        Window.run(() -> model.foresee(parts, outcome -> answers.add(outcome.orThrow().document().sums().total())));
        assertThat(answers).containsExactly(eur("59.50"));
        assertThat(standing(model).row().open()).as("only foreseen").isEqualTo(eur("297.50"));
        Window.run(() -> desk.navigator().route("invoice", "invoices", place -> new InvoiceView(desk, model, mail(file -> { }), files())));
        Window.run(() -> model.credit(CreditRequest.full(invoice.number()), () -> answers.add("done"), answers::addAll));
        assertThat(answers).endsWith("done");
        assertThat(standing(model).owed()).isFalse();
        Window.run(() -> model.credit(parts, () -> answers.add("again"), answers::addAll));
        assertThat(answers.getLast()).isInstanceOfSatisfying(Problem.class,
                problem -> assertThat(problem.code()).isEqualTo("credit.nothing_left"));
    }

    @Test
    void a_dispute_is_opened_over_a_part_and_closed_again() {
        InvoiceViewModel model = model();
        List<Object> answers = new ArrayList<>();
        Window.run(() -> model.dispute(eur("50"), List.of(), new DisputeService.Case("", "", null), () -> answers.add("done"), answers::addAll));
        assertThat(answers).singleElement().isInstanceOf(Problem.class);
        Window.run(() -> model.dispute(eur("50"), List.of(), new DisputeService.Case("Parts missing", "", null), () -> answers.add("opened"), answers::addAll));
        assertThat(standing(model).disputes()).singleElement().satisfies(one -> assertThat(one.amount()).isEqualTo(eur("50")));
        Window.run(() -> model.settle(new EndingDialog.Ending("rejected", null, ""), closed -> answers.add("closed"), answers::addAll));
        assertThat(answers).endsWith("closed");
        assertThat(standing(model).disputes()).isEmpty();
    }

    @Test
    void without_an_account_the_mail_is_opened_elsewhere_and_counts_as_sent() throws Exception {
        List<String> opened = new ArrayList<>();
        MailViewModel mail = mail(file -> opened.add(Files.readString(file, StandardCharsets.ISO_8859_1)));
        List<MailViewModel.Readable> found = new ArrayList<>();
        Window.run(() -> mail.read(invoice.number(), found::add));
        assertThat(found).singleElement().satisfies(one -> {
            assertThat(one.account()).isFalse();
            assertThat(one.text().recipients()).containsExactly("pay@bright.example");
            assertThat(one.text().attachment()).endsWith(".pdf");
        });
        List<Object> answers = new ArrayList<>();
        Window.run(() -> mail.open(invoice.number(), "Changed subject", "Changed text", () -> answers.add("done"), answers::addAll));
        assertThat(answers).containsExactly("done");
        assertThat(opened).singleElement().asString().contains("Subject: Changed subject", "Changed text", "X-Unsent: 1");
        assertThat(book.app.outbox().list(null)).extracting(Message::state).containsExactly(Message.State.SENT);
        Window.run(() -> mail.save(invoice.number(), found.getFirst().text(), folder.resolve("a.eml"), () -> answers.add("again"),
                answers::addAll));
        assertThat(answers.getLast()).as("not twice on one day").isInstanceOf(Problem.class);
    }

    @Test
    void C41_a_file_that_cannot_be_written_leaves_the_mail_waiting_in_the_outbox() {
        MailViewModel mail = mail(file -> { });
        List<Object> answers = new ArrayList<>();
        Window.run(() -> mail.save(invoice.number(), new org.goodterms.invoice.MailText("", List.of(), "Subject", "Text", "x.pdf"),
                folder.resolve("missing/a.eml"), () -> answers.add("done"), answers::addAll));
        assertThat(answers).singleElement().isInstanceOfSatisfying(Problem.class,
                problem -> assertThat(problem.code()).isEqualTo("outbox.not_written"));
        assertThat(book.app.outbox().list(null)).extracting(Message::state).containsExactly(Message.State.QUEUED);
    }

    @Test
    void with_an_account_several_are_sent_at_once_and_what_has_no_mailbox_is_named() throws Exception {
        Document second = book.app.invoices().issue(book.app.invoices().blank(book.customer("NOBOX")).withLines(
                invoice.content().lines()), IssueOptions.LENIENT).orThrow().document();
        try (ScriptedSmtpServer server = new ScriptedSmtpServer()) {
            MailViewModel mail = mail(file -> { });
            List<String> ready = new ArrayList<>();
            Window.run(() -> mail.ready(() -> ready.add("too early")));
            book.app.mail().save(Map.of("host", "localhost", "port", String.valueOf(server.port()), "security", "none", "user", "",
                    "from", "office@firm.example"), "").orThrow();
            Window.run(() -> mail.ready(() -> ready.add("ready")));
            assertThat(ready).containsExactly("ready");
            Window.run(() -> mail.sendAll(List.of(invoice.number(), second.number())));
            assertThat(server.received()).singleElement().satisfies(one -> assertThat(one.to()).contains("pay@bright.example"));
            assertThat(book.app.outbox().list(null)).extracting(Message::state).containsExactly(Message.State.SENT);
        }
    }

    @Test
    void more_time_moves_the_due_day_and_an_earlier_day_is_refused() {
        InvoiceViewModel model = model();
        List<Object> answers = new ArrayList<>();
        Window.run(() -> model.extend(DAY, "", "", false, () -> answers.add("done"), answers::addAll));
        assertThat(answers).singleElement().isInstanceOf(Problem.class);
        Window.run(() -> model.extend(DAY.plusDays(60), "Mira", "", false, () -> answers.add("done"), answers::addAll));
        assertThat(answers).endsWith("done");
        assertThat(standing(model).row().due()).isEqualTo(DAY.plusDays(60));
    }

    @Test
    void several_selected_are_printed_together_and_paid_together_where_one_customer_owes_them() {
        Document second = book.app.invoices().issue(book.app.invoices().blank(invoice.content().customer()).withLines(
                invoice.content().lines()), IssueOptions.LENIENT).orThrow().document();
        book.app.invoices().issue(book.app.invoices().blank(book.customer("OTHER")).withLines(invoice.content().lines()),
                IssueOptions.LENIENT).orThrow();
        Printing printer = new Printing(() -> true, (title, pages) -> printed.add(pages.getNumberOfPages()));
        InvoiceListViewModel list = Window.on(() -> new InvoiceListViewModel(desk, book.app.invoices(),
                new PrintingService(book.app.papers(), printer)));
        Window.run(list::load);
        List<InvoiceRow> all = List.copyOf(list.rows);
        assertThat(InvoiceListViewModel.payable(all)).as("two customers").isEmpty();
        List<InvoiceRow> ours = all.stream().filter(row -> row.buyer().code().equals("BRIGHT")).toList();
        assertThat(InvoiceListViewModel.payable(ours)).extracting(InvoiceRow::number)
                .containsExactlyInAnyOrder(invoice.number(), second.number());
        Window.run(() -> list.print(all));
        assertThat(printed).as("one job of three pages").containsExactly(3);
    }
}
