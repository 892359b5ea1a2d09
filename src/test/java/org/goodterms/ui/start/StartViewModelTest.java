package org.goodterms.ui.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.goodterms.Bookcase;
import org.goodterms.fixture.Desks;
import org.goodterms.kernel.Problem;
import org.goodterms.ui.kit.Tasks;
import org.goodterms.ui.start.StartViewModel.Step;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Making, opening and recovering books as the first window does it, over real folders. */
class StartViewModelTest {
    @TempDir
    Path home;
    private final List<Bookcase.Opened> open = new ArrayList<>();
    private StartViewModel model;

    @BeforeEach
    void start() {
        model = new StartViewModel(Tasks.inline(), new Bookcase(home, Desks.CLOCK, null), (opened, toImport) -> open.add(opened));
    }

    @AfterEach
    void close() {
        open.forEach(opened -> opened.app().close());
    }

    private Path made(String name) {
        model.founding.name.set(name);
        model.founding.country.set("DE");
        model.make();
        assertThat(model.problems.get()).isEmpty();
        return Path.of(open.getLast().location());
    }

    @Test
    void the_country_proposes_currency_and_zone_until_others_are_typed() {
        model.founding.country.set("DE");
        assertThat(model.founding.currency.get()).isEqualTo("EUR");
        assertThat(model.founding.zone.get()).isEqualTo("Europe/Berlin");
        model.founding.currency.set("CHF");
        model.founding.country.set("GB");
        assertThat(model.founding.currency.get()).isEqualTo("CHF");
        assertThat(model.founding.zone.get()).isEqualTo("Europe/London");
    }

    @Test
    void the_first_number_is_shown_while_the_pattern_is_typed() {
        model.founding.pattern.set("RE");
        model.founding.next.set("15");
        assertThat(model.founding.firstNumber.get()).isEqualTo("RE-2026-0015");
        model.founding.pattern.set("no blanks");
        assertThat(model.founding.firstNumber.get()).isEmpty();
    }

    @Test
    void a_book_is_made_in_the_proposed_folder_and_remembered() {
        Path folder = made("Lark & Reed");
        assertThat(folder).isEqualTo(home.resolve("Good Terms/Lark & Reed"));
        assertThat(open.getLast().app().company().company().name()).isEqualTo("Lark & Reed");
        model.back();
        assertThat(model.recent).extracting(Bookcase.Recent::name).containsExactly("Lark & Reed");
    }

    @Test
    void what_is_wrong_is_named_at_its_field_and_no_folder_is_left_behind() {
        model.founding.country.set("Atlantis");
        model.founding.next.set("1");
        model.make();
        assertThat(model.problems.get()).extracting(Problem::field).contains("name", "country");
        model.founding.next.set("first");
        model.make();
        assertThat(model.problems.get()).extracting(Problem::code).containsExactly("start.next_number");
        assertThat(home.resolve("Good Terms")).doesNotExist();
        assertThat(open).isEmpty();
    }

    @Test
    void a_folder_without_a_book_is_refused() {
        model.open(home.resolve("nothing").toString());
        assertThat(model.problems.get()).extracting(Problem::code).containsExactly("book.not_found");
        assertThat(open).isEmpty();
    }

    @Test
    void a_damaged_book_is_shown_for_a_person_to_decide() throws Exception {
        Path folder = made("Lark & Reed");
        open.removeLast().app().close();
        Path file = folder.resolve("book.mv.db");
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, java.util.Arrays.copyOf(bytes, bytes.length / 3));
        model.open(folder.toString());
        assertThat(open).isEmpty();
        assertThat(model.step.get()).isEqualTo(Step.RECOVER);
        assertThat(model.suspect.get().findings()).isNotEmpty();
        assertThat(model.suspect.get().copy()).exists();
    }
}
