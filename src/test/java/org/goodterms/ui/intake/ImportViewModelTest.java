package org.goodterms.ui.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.goodterms.SharedData;
import org.goodterms.customer.CustomerRow;
import org.goodterms.fixture.Desks;
import org.goodterms.fixture.Engine;
import org.goodterms.fixture.Screenshots;
import org.goodterms.fixture.TestBook;
import org.goodterms.fixture.Window;
import org.goodterms.intake.ImportKind;
import org.goodterms.intake.Looked;
import org.goodterms.intake.Mapping;
import org.goodterms.intake.Program;
import org.goodterms.kernel.Problem;
import org.goodterms.ui.intake.ImportViewModel.Step;
import org.goodterms.ui.kit.Desk;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files brought in step by step, over a real book. */
class ImportViewModelTest {
    private static final String INVOICES = "Rechnungsnummer;Kunde;Datum;Faellig;Betrag;Sachbearbeiter\r\n"
            + "R-1;BRIGHT;05.01.2026;04.02.2026;1.190,00;J\u00f6rg\r\nR-2;BRIGHT;17.01.2026;16.02.2026;238,50;J\u00f6rg\r\n"
            + "R-3;NOBODY;20.01.2026;19.02.2026;119,00;Ute\r\nR-4;BRIGHT;31.01.2026;2.3.2026;0,00;Ute\r\n";
    @TempDir
    Path folder;
    private final TestBook book = new TestBook(Engine.H2);
    private Desk desk;
    private ImportViewModel model;

    @BeforeEach
    void open() {
        desk = Desks.of(book.app.changes());
        model = new ImportViewModel(desk, book.app.imports().looks(), book.app.imports());
    }

    @AfterEach
    void close() {
        book.close();
    }

    private void choose(ImportKind kind, String text, String encoding) throws Exception {
        Path file = Files.write(folder.resolve("export.csv"), text.getBytes(Charset.forName(encoding)));
        Window.run(() -> {
            model.kind.set(kind);
            model.choose(file);
        });
    }

    @Test
    void what_was_found_by_looking_is_shown_before_anything_happens() throws Exception {
        choose(ImportKind.INVOICES, INVOICES, "windows-1252");
        Looked looked = model.looked.get();
        assertThat(model.step.get()).isEqualTo(Step.COLUMNS);
        assertThat(looked.delimiter()).isEqualTo(";");
        assertThat(looked.encoding()).isEqualTo("windows-1252");
        assertThat(looked.dateForm()).contains("d.M.yyyy");
        assertThat(looked.decimal()).isEqualTo(",");
        assertThat(looked.mapping().fields()).containsEntry("number", "Rechnungsnummer").containsEntry("amount", "Betrag");
        assertThat(looked.samples("Sachbearbeiter", 3)).containsExactly("J\u00f6rg", "Ute");
        assertThat(model.lacking()).isEmpty();
    }

    @Test
    void a_trial_names_every_refused_row_with_its_column_and_changes_nothing() throws Exception {
        book.customer("BRIGHT");
        choose(ImportKind.INVOICES, INVOICES, "UTF-8");
        Window.run(model::attempt);
        assertThat(model.step.get()).isEqualTo(Step.TRIAL);
        assertThat(model.report.get().imported()).isEqualTo(2);
        assertThat(model.refused).extracting(r -> r.row() + " " + r.column() + " " + r.problem().code())
                .containsExactly("3 Kunde intake.no_such_customer", "4 Betrag intake.not_positive");
        assertThat(book.open("R-1", TestBook.DAY)).isEqualTo("0.00");
        Window.run(() -> model.bring(false));
        assertThat(model.problems.get()).extracting(Problem::code).contains("intake.row_refused");
        assertThat(book.open("R-1", TestBook.DAY)).as("all or nothing").isEqualTo("0.00");
        Window.run(() -> model.bring(true));
        assertThat(model.step.get()).isEqualTo(Step.DONE);
        assertThat(book.open("R-1", TestBook.DAY)).isEqualTo("1190.00");
        assertThat(book.open("R-2", TestBook.DAY)).isEqualTo("238.50");
        assertThat(book.ties(TestBook.DAY)).isTrue();
    }

    @Test
    void dates_that_may_be_either_have_to_be_told() throws Exception {
        choose(ImportKind.PAYMENTS, "customer,date,amount\nBRIGHT,01/02/2026,10.00\nBRIGHT,03/02/2026,5.00\n", "UTF-8");
        assertThat(model.looked.get().unclear()).extracting(Problem::code).containsExactly("csv.date_ambiguous");
        Mapping m = model.looked.get().mapping();
        Window.run(() -> model.tell(new Mapping(m.fields(), m.constants(), "d/M/yyyy", null, null, null, null)));
        assertThat(model.looked.get().unclear()).isEmpty();
        assertThat(model.looked.get().dateForm()).contains("d/M/yyyy");
    }

    @Test
    void a_column_is_given_taken_away_or_replaced_by_a_value_for_all_rows() throws Exception {
        choose(ImportKind.CUSTOMERS, "Nr;Bezeichnung;Ort\n7;Caf\u00e9 Adler;Bonn\n8;Halloran;Kiel\n", "UTF-8");
        assertThat(model.lacking()).containsExactly("name");
        Window.run(() -> {
            model.assign("name", "Bezeichnung", null);
            model.assign("code", "Nr", null);
            model.assign("city", "Ort", null);
            model.assign("city", null, null);
            model.assign("terms", null, "net 14");
            model.attempt();
            model.bring(false);
        });
        assertThat(model.problems.get()).isEmpty();
        assertThat(book.app.customers().list()).extracting(CustomerRow::code, CustomerRow::name, CustomerRow::city)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("7", "Caf\u00e9 Adler", ""),
                        org.assertj.core.groups.Tuple.tuple("8", "Halloran", ""));
        assertThat(book.app.customers().byCode("7").orThrow().trade().terms()).isEqualTo("net 14");
    }

    @Test
    void a_saved_mapping_is_found_again_by_its_columns() throws Exception {
        String text = "A;B\nAdler;Bonn\nBussard;Kiel\n";
        choose(ImportKind.CUSTOMERS, text, "UTF-8");
        List<Problem> wrong = new ArrayList<>();
        Window.run(() -> {
            model.assign("name", "A", null);
            model.save(" ", () -> { }, wrong::addAll);
            model.save("Old program", () -> { }, wrong::addAll);
        });
        assertThat(wrong).extracting(Problem::code).containsExactly("typed.missing");
        assertThat(model.saved).containsExactly("Old program");
        Window.run(() -> model.another(ImportKind.CUSTOMERS));
        choose(ImportKind.CUSTOMERS, text, "UTF-8");
        assertThat(model.looked.get().mapping().fields()).isEqualTo(Map.of("name", "A"));
        book.app.imports().looks().forget(ImportKind.CUSTOMERS, "Old program");
        assertThat(book.app.imports().looks().saved(ImportKind.CUSTOMERS)).isEmpty();
    }

    @Test
    void a_file_that_is_not_there_or_holds_nothing_is_refused_with_a_sentence() throws Exception {
        Window.run(() -> model.choose(folder.resolve("missing.csv")));
        assertThat(model.problems.get()).extracting(Problem::code).containsExactly("intake.file_unreadable");
        choose(ImportKind.CUSTOMERS, "", "UTF-8");
        assertThat(model.problems.get()).extracting(Problem::code).containsExactly("csv.empty");
        assertThat(model.step.get()).isEqualTo(Step.FILE);
    }

    @Test
    void each_step_is_drawn() throws Exception {
        book.customer("BRIGHT");
        ImportView view = Window.on(() -> new ImportView(desk, model));
        pictures(view, "import-file");
        choose(ImportKind.INVOICES, INVOICES, "UTF-8");
        pictures(view, "import-columns");
        Window.run(model::attempt);
        pictures(view, "import-trial");
        Window.run(() -> model.bring(true));
        pictures(view, "import-done");
    }

    @Test
    void the_file_of_a_known_program_says_so_and_needs_no_choice() throws Exception {
        Path file = SharedData.path("masterdata/same-book/xero-sales-invoices.csv");
        ImportView view = Window.on(() -> new ImportView(desk, model));
        Window.run(() -> model.choose(file));
        assertThat(model.kind.get()).as("a file of invoices, whatever was asked for").isEqualTo(ImportKind.INVOICES);
        assertThat(model.program()).contains(Program.XERO);
        assertThat(model.lacking()).isEmpty();
        pictures(view, "import-program");
        Window.run(model::attempt);
        assertThat(model.report.get().imported()).isEqualTo(7);
        assertThat(book.app.customers().list()).as("a trial changes nothing").isEmpty();
        Window.run(() -> model.bring(false));
        assertThat(book.app.customers().list()).hasSize(6);
        assertThat(book.open("INV-1001", TestBook.DAY)).isEqualTo("1647.00");
    }

    @Test
    void the_columns_of_a_known_program_can_still_be_chosen_by_hand() throws Exception {
        Path file = SharedData.path("masterdata/same-book/zoho-invoices.csv");
        Window.run(() -> {
            model.choose(file);
            model.byHand();
        });
        assertThat(model.program()).isEmpty();
        assertThat(model.looked.get().columns()).contains("Item Tax %");
        assertThat(model.looked.get().mapping().fields()).containsEntry("number", "Invoice Number").containsEntry("amount", "Total");
    }

    private static void pictures(ImportView view, String name) throws Exception {
        for (Path file : Screenshots.of(name, (javafx.scene.Parent) view.node(), List.of(new Screenshots.Size(1072, 720),
                new Screenshots.Size(940, 600)))) {
            assertThat(Files.size(file)).as(name).isGreaterThan(8_000);
        }
    }
}
