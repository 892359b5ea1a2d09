package org.goodterms.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.goodterms.db.gen.Tables.OPEN_ITEM;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.goodterms.App;
import org.goodterms.Bookcase;
import org.goodterms.archive.Archive;
import org.goodterms.company.Founding;
import org.goodterms.fixture.Desks;
import org.goodterms.fixture.Engine;
import org.goodterms.fixture.TestBook;
import org.goodterms.kernel.Changes;
import org.goodterms.kernel.Ids;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupServiceTest {
    @TempDir
    Path folder;

    private Bookcase books() {
        return new Bookcase(folder.resolve("home"), Desks.CLOCK, null);
    }

    private App made() {
        App app = ((Bookcase.Opened) books().make(folder.resolve("live").toString(), Founding.of("Firm", "DE", "EUR"))).app();
        app.archive().put("a document".getBytes(StandardCharsets.UTF_8)).orThrow();
        return app;
    }

    private Path exported() {
        try (TestBook book = new TestBook(Engine.H2)) {
            book.invoice(book.customer("C1"), "2026-0001", LocalDate.of(2026, 2, 1), "100.00", "19.00", "19");
            book.app.archive().put("a document".getBytes(StandardCharsets.UTF_8)).orThrow();
            Path file = folder.resolve("out.jsonl");
            book.app.backups().export(file.toString(), Progress.NONE).orThrow();
            return file;
        }
    }

    /** The code with which a changed file is refused; nothing of it is left behind. */
    private String refused(List<String> lines) throws IOException {
        Path bad = folder.resolve("bad.jsonl");
        Files.write(bad, (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
        return refused(bad);
    }

    private String refused(Path file) {
        Path place = folder.resolve("new");
        Bookcase.Answer answer = books().bringIn(file.toString(), place.toString(), Progress.NONE);
        assertThat(place).doesNotExist();
        assertThat(books().recent()).isEmpty();
        return ((Bookcase.Refused) answer).problems().getFirst().code();
    }

    /** The lines with one changed and the last line made anew, as somebody would who wants it to be believed. */
    private static List<String> resealed(List<String> lines, String starting, UnaryOperator<String> change) {
        List<String> changed = new ArrayList<>(lines.subList(0, lines.size() - 1));
        int at = java.util.stream.IntStream.range(0, changed.size()).filter(i -> changed.get(i).startsWith(starting)).findFirst().orElseThrow();
        changed.set(at, change.apply(changed.get(at)));
        String hash = Archive.hash((String.join("\n", changed) + "\n").getBytes(StandardCharsets.UTF_8));
        changed.add("{\"end\":true,\"lines\":" + changed.size() + ",\"sha256\":\"" + hash + "\"}");
        return changed;
    }

    @Test
    void a_file_that_is_no_whole_book_is_refused_with_its_reason_and_leaves_nothing() throws IOException {
        List<String> lines = Files.readAllLines(exported());
        assertThat(refused(List.of("hello"))).isEqualTo("backup.not_a_book");
        assertThat(refused(lines.subList(0, lines.size() - 3))).isEqualTo("backup.cut_off");
        assertThat(refused(resealed(lines, "{\"format", line -> line.replaceFirst("\"schema\":\\d+", "\"schema\":999")))).isEqualTo("backup.newer");
        assertThat(refused(resealed(lines, "{\"table\":\"customer\"", line -> "[1,2]"))).isEqualTo("backup.line");
        assertThat(refused(resealed(lines, "{\"table\":\"customer\"", line -> line.replace("\"customer\"", "\"user\"")))).isEqualTo("backup.row_refused");
        assertThat(refused(resealed(lines, "{\"table\":\"posting\"", line -> line.replaceFirst("\"amount\":", "\"amount\":true,\"more\":"))))
                .isEqualTo("backup.row_refused");
        assertThat(refused(resealed(lines, "{\"document\"", line -> line.replaceFirst("\"base64\":\"..", "\"base64\":\"AA"))))
                .isEqualTo("backup.document_differs");
        assertThat(refused(resealed(lines, "{\"table\":\"company\"", line -> lines.get(2)))).isIn("backup.no_firm", "backup.row_refused");
        assertThat(refused(resealed(lines, "{\"table\":\"open_item\"", line -> line.replaceFirst("\"open_amount\":\\d+", "\"open_amount\":1"))))
                .isEqualTo("backup.check_failed");
        List<String> turned = new ArrayList<>(lines);
        turned.set(lines.size() - 2, lines.get(lines.size() - 2) + " ");
        assertThat(refused(turned)).isEqualTo("backup.changed");
        assertThat(refused(folder.resolve("none.jsonl"))).isEqualTo("backup.unreadable");
    }

    @Test
    void a_file_without_a_firm_is_no_book() {
        Changes changes = new Changes();
        try (App empty = new App(Engine.H2.open(Desks.CLOCK, changes), Desks.CLOCK, Ids.counting(), changes)) {
            empty.backups().export(folder.resolve("empty.jsonl").toString(), Progress.NONE).orThrow();
        }
        assertThat(refused(folder.resolve("empty.jsonl"))).isEqualTo("backup.no_firm");
    }

    @Test
    void a_backup_is_proved_and_restored_beside_the_book_with_the_same_totals() {
        try (App app = made()) {
            Backup backup = app.backups().backup(folder.resolve("b.zip").toString(), Progress.NONE).orThrow();
            assertThat(backup.totals()).isEqualTo(app.backups().totals());
            assertThat(BackupService.stated(backup.file()).orThrow().totals()).isEqualTo(backup.totals());
            try (App restored = ((Bookcase.Opened) books().restore(backup.file(), folder.resolve("restored").toString(), Progress.NONE)).app()) {
                assertThat(restored.backups().totals()).isEqualTo(app.backups().totals());
                assertThat(restored.archive().hashes()).isEqualTo(app.archive().hashes());
            }
            Bookcase.Answer again = books().restore(backup.file(), folder.resolve("restored").toString(), Progress.NONE);
            assertThat(((Bookcase.Refused) again).problems().getFirst().code()).isEqualTo("book.exists");
            assertThat(books().recent().getFirst().location()).endsWith("live");
        }
    }

    @Test
    void a_backup_never_overwrites_and_says_why_it_cannot_be_written() throws IOException {
        try (App app = made()) {
            Path there = Files.writeString(folder.resolve("there.zip"), "mine");
            assertThat(code(app.backups().backup(there.toString(), Progress.NONE))).isEqualTo("backup.exists");
            assertThat(code(app.backups().export(there.toString(), Progress.NONE))).isEqualTo("backup.exists");
            assertThat(there).hasContent("mine");
            assertThat(code(app.backups().backup(folder.resolve("no/where.zip").toString(), Progress.NONE))).isEqualTo("backup.no_folder");
            assertThat(code(app.backups().backup(folder.resolve("x".repeat(300)).toString(), Progress.NONE))).isEqualTo("backup.not_written");
        }
    }

    @Test
    void a_damaged_or_foreign_file_is_refused_before_anything_is_made() throws IOException {
        Path good = folder.resolve("good.zip");
        Totals whole;
        try (App app = made()) {
            whole = app.backups().backup(good.toString(), Progress.NONE).orThrow().totals();
        }
        byte[] bytes = Files.readAllBytes(good);
        Path bad = folder.resolve("bad.zip");
        for (int cut : new int[] {bytes.length / 4, bytes.length / 2, bytes.length * 3 / 4}) {
            Files.write(bad, java.util.Arrays.copyOf(bytes, cut));
            assertThat(place(bad)).isIn("backup.damaged", "backup.cut_off", "backup.not_a_backup");
        }
        for (int at = 30; at < bytes.length - 400; at += bytes.length / 9) {
            byte[] flipped = bytes.clone();
            flipped[at] ^= 4;
            Files.write(bad, flipped);
            Bookcase.Answer answer = books().restore(bad.toString(), folder.resolve("flip" + at).toString(), Progress.NONE);
            if (answer instanceof Bookcase.Opened opened) {
                assertThat(opened.app().backups().totals()).as("a flip that harms nothing").isEqualTo(whole);
                opened.app().close();
            } else {
                assertThat(((Bookcase.Refused) answer).problems().getFirst().code()).startsWith("backup.");
                assertThat(folder.resolve("flip" + at)).doesNotExist();
            }
        }
        try (var zip = new java.util.zip.ZipOutputStream(Files.newOutputStream(bad))) {
            zip.putNextEntry(new java.util.zip.ZipEntry("../evil.txt"));
        }
        assertThat(place(bad)).isEqualTo("backup.not_a_backup");
        assertThat(code(BackupService.stated(bad.toString()))).isEqualTo("backup.not_a_backup");
    }

    private String place(Path file) {
        Bookcase.Answer answer = books().restore(file.toString(), folder.resolve("new").toString(), Progress.NONE);
        assertThat(folder.resolve("new")).doesNotExist();
        return ((Bookcase.Refused) answer).problems().getFirst().code();
    }

    @Test
    void a_book_that_is_not_in_order_gives_no_backup() {
        try (TestBook book = new TestBook(Engine.H2)) {
            book.invoice(book.customer("C1"), "2026-0001", LocalDate.of(2026, 2, 1), "100.00", "19.00", "19");
            book.app.db().write(tx -> Outcome.ok(tx.sql().update(OPEN_ITEM).set(OPEN_ITEM.OPEN_AMOUNT, 1L).execute())).orThrow();
            assertThat(code(book.app.backups().backup(folder.resolve("b.zip").toString(), Progress.NONE))).isEqualTo("backup.check_failed");
            assertThat(folder).isEmptyDirectory();
        }
    }

    @Test
    void a_backup_is_made_by_itself_only_where_something_changed_and_none_replaces_another() {
        try (App app = made()) {
            assertThat(app.backups().lastBackup()).isEmpty();
            Backup first = app.backups().automatic(Progress.NONE).orThrow().orElseThrow();
            assertThat(app.backups().automatic(Progress.NONE).orThrow()).contains(first);
            app.followUps().add(new org.goodterms.followup.FollowUp.Plan(null, org.goodterms.followup.FollowUp.Kind.FOLLOW_UP, "Ring", "",
                    List.of(), null)).orThrow();
            Backup second = app.backups().automatic(Progress.NONE).orThrow().orElseThrow();
            assertThat(second.file()).isNotEqualTo(first.file());
            assertThat(app.backups().kept()).extracting(Backup::file).containsExactlyInAnyOrder(first.file(), second.file());
            assertThat(app.backups().lastBackup().orElseThrow().file()).isEqualTo(second.file());
            assertThat(second.totals().differences(first.totals())).containsOnlyKeys("task");
        }
    }

    private static String code(Outcome<?> outcome) {
        return outcome.problems().getFirst().code();
    }
}
