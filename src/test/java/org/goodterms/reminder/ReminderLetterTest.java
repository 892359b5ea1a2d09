package org.goodterms.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.goodterms.customer.CustomerField;
import org.goodterms.fixture.Codes;
import org.goodterms.fixture.Engine;
import org.goodterms.outbox.Reading;
import org.goodterms.pdf.PageImages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reminders as letters: whoever holds one can pay from it, with the telephone too. */
class ReminderLetterTest {
    private static final LocalDate DUE = LocalDate.of(2026, 6, 1);
    private static final String LONG = "Gesellschaft für außergewöhnliche Möbel und Einrichtungsgegenstände mbH & Co. KG, Niederlassung Süd";
    @TempDir
    Path folder;

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("[\\u00A0\\u202F\\s]+", " ");
        }
    }

    private byte[] letter(Office office, RunReport.Entry entry, String name) throws IOException {
        Reading mail = office.app.mail().read(Objects.requireNonNull(entry.message())).orThrow();
        byte[] pdf = mail.files().getFirst().bytes();
        Path pictures = Files.createDirectories(Path.of("target", "screenshots"));
        try (PageImages pages = new PageImages(pdf)) {
            assertThat(pages.count()).as(name).isEqualTo(1);
            Files.write(pictures.resolve("reminder-letter-" + name + ".png"), pages.png(0, 70));
        }
        return pdf;
    }

    @Test
    void every_step_in_every_language_asks_once_and_says_how_to_pay_beside_a_code() throws IOException {
        try (Office office = new Office(folder, Engine.H2, 4)) {
            office.app.company().setPayTo("EUR", "IBAN DE89 3704 0044 0532 0130 00\nBIC COBADEFFXXX\npaypal.me/wrenvale").orThrow();
            TreeSet<String> seen = new TreeSet<>();
            for (String code : office.customers.keySet()) {
                office.change(code, CustomerField.CHANNEL, "letter");
                office.change(code, CustomerField.NAME, LONG);
                office.issues(code, DUE, "623.45");
            }
            for (LocalDate day : List.of(DUE.plusDays(3), DUE.plusDays(10), DUE.plusDays(21), DUE.plusDays(35))) {
                for (RunReport.Entry entry : office.run(day).sent()) {
                    String number = entry.notice().lines().getFirst().number();
                    String language = office.app.customers().customer(entry.notice().customer()).trade().language();
                    byte[] pdf = letter(office, entry, entry.notice().step() + "-" + language);
                    String reference = office.app.db().read(tx -> office.app.receivables().byNumber(tx, number).getFirst().reference());
                    assertThat(reference).startsWith("RF");
                    assertThat(Codes.on(pdf)).containsExactly(
                            "BCD\n002\n1\nSCT\nCOBADEFFXXX\nFirm\nDE89370400440532013000\nEUR623.45\n\n" + reference);
                    String text = text(pdf);
                    assertThat(text).contains("DE89 3704 0044 0532 0130 00", "paypal.me/wrenvale").doesNotContain("{{");
                    assertThat(text.split("DE89", -1)).as("told once in the letter and once at its foot: " + text).hasSizeLessThanOrEqualTo(3);
                    seen.add(entry.notice().step() + "-" + language);
                }
            }
            assertThat(seen).hasSize(16);
        }
    }

    @Test
    void several_invoices_are_quoted_by_their_numbers_and_what_was_taken_over_by_its_own() throws IOException {
        try (Office office = new Office(folder, Engine.H2, 1)) {
            office.change("C000", CustomerField.CHANNEL, "letter");
            office.owes("C000", "OLD-7", DUE, Office.eur(10_000));
            byte[] one = letter(office, office.run(DUE.plusDays(3)).sent().getFirst(), "taken-over");
            assertThat(Codes.on(one)).singleElement().asString().endsWith("\nEUR100\n\n\nOLD-7");
            String number = office.issues("C000", DUE, "200.00");
            office.clock.standAt(DUE.plusDays(3));
            byte[] two = letter(office, office.run(DUE.plusDays(10)).sent().getFirst(), "several");
            assertThat(Codes.on(two)).singleElement().asString().contains("\nEUR300\n", "OLD-7", number);
        }
    }
}
