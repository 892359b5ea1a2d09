package org.goodterms.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.goodterms.SharedData;
import org.junit.jupiter.api.Test;

/** Any text in any place: it is printed, or a box stands for it, and nothing fails. */
class PageTextTest {
    private final PdfRenderer renderer = new PdfRenderer();

    /** A document with {@code text} in every field that takes one. */
    static PageDescription everywhere(String text, Paper paper, boolean report) {
        Labelled pair = Labelled.of(text, text);
        Table table = new Table(List.of(Table.Column.left(text, 3), Table.Column.right(text, 1)),
                List.of(Table.Row.group(text), Table.Row.of(new Table.Cell(text, text), new Table.Cell(text, text))
                        .carrying(text), Table.Row.sum(List.of(text, text))));
        Block.Way way = new Block.Way(text, List.of(pair, Labelled.strong("", text)));
        return new PageDescription(new Identity(text, text, text, Locale.ENGLISH, SamplePages.MADE), paper,
                new Letterhead(null, text, List.of(text, text), Accent.USUAL, List.of(List.of(text, text))),
                new Head(report ? List.of() : List.of(text, text), List.of(pair, Labelled.strong(text, text)), text, text),
                List.of(new Block.Paragraphs(text), new Block.Heading(text), table,
                        new Block.Totals(List.of(Block.Total.tax(text, text, text), Block.Total.due(text, text))),
                        new Block.Pay(pair, List.of(pair), text, List.of(way), way),
                        new Block.Figures(List.of(pair, pair)), new Block.Note(text, text),
                        new Block.Closing(text, text, text)), new PageWords(text, text, text));
    }

    @Test
    void every_naughty_string_is_printed_everywhere() throws IOException {
        Path file = SharedData.path("hostile/strings/blns.json");
        String[] strings = new ObjectMapper().readValue(file.toFile(), String[].class);
        assertThat(strings).hasSizeGreaterThan(500);
        for (String text : strings) {
            byte[] pdf = renderer.render(everywhere(text, Paper.A4, false));
            if (text.matches("[!-~ ]{1,40}") && !text.isBlank()) {
                String found = String.join("", PdfText.pages(pdf)).replaceAll("\\s", "");
                assertThat(found).as(text).contains(text.replaceAll("\\s", ""));
            }
        }
    }

    @Property(tries = 150)
    void random_text_never_fails(@ForAll @StringLength(max = 400) String text, @ForAll Paper paper,
            @ForAll boolean report) {
        assertThat(renderer.render(everywhere(text, paper, report || paper.isLandscape()))).isNotEmpty();
    }

    @Test
    void a_text_longer_than_a_page_goes_on_over_pages() {
        String text = "A long story of many words. ".repeat(900);
        byte[] pdf = renderer.render(everywhere(text, Paper.A4, false));
        List<String> pages = PdfText.pages(pdf);
        assertThat(pages).hasSizeGreaterThan(10);
        assertThat(PdfText.letters(pdf)).allMatch(letter -> letter.bottom() < Paper.A4.height() - 20);
    }

    @Test
    void latin_greek_cyrillic_and_symbols_come_out_as_they_went_in() {
        for (String text : List.of("Łódź žluťoučký kůň ğışÐþ", "Αθηναϊκά Έπιπλα", "Мебельный дом Ґанок", "€ £ ₹ № ½ → ✓ ≤",
                "1\u202F234,50", "non\u2011breaking", "12\u00A0h", "שלום", "日本")) {
            byte[] pdf = renderer.render(everywhere(text, Paper.A4, false));
            String all = String.join("", PdfText.pages(pdf)).replaceAll("[\\s\u00A0\u202F]", "");
            String wanted = text.equals("日本") ? Lettering.missing(text).isEmpty() ? text : "\u25A1\u25A1" : text.replaceAll("[\\s\u00A0\u202F]", "");
            assertThat(all).as(text).contains(wanted);
        }
    }

    @Test
    void control_characters_and_broken_surrogates_become_boxes() {
        assertThat(Cleaning.clean("a\u0000b\u0007c\uD800d\u009Fe")).isEqualTo("a\u25A1b\u25A1c\u25A1d\u25A1e");
        assertThat(Cleaning.clean("a\tb\r\nc\rd\u2028e\u000Bf")).isEqualTo("a b\nc\nd\ne\nf");
        assertThat(Cleaning.clean("a\u200Bb\u00ADc\uFEFFd\u202Ee\uFE0F")).isEqualTo("abcde");
        assertThat(Cleaning.clean("e\u0301")).isEqualTo("\u00E9");
    }

    @Test
    void words_read_from_right_to_left_stand_in_that_order_and_numbers_do_not() {
        Line line = Typesetter.line("a \u05D0\u05D1(12)", Style.BODY);
        StringBuilder shown = new StringBuilder();
        line.runs().forEach(run -> shown.append(new String(run.characters(), 0, run.characters().length)));
        assertThat(shown).hasToString("a (12)\u05D1\u05D0");
        List<Line> wrapped = Typesetter.lines("latin words first, \u05D0\u05D1, one", Style.BODY, 80);
        assertThat(wrapped).hasSizeGreaterThan(1);
        int[] last = wrapped.getLast().runs().getLast().characters();
        assertThat(last[last.length - 1]).isEqualTo('e');
    }

    @Test
    void lines_are_never_wider_than_their_room() {
        for (String text : List.of("Unbreakable".repeat(40), "many words of no great length at all ".repeat(9), "漢字".repeat(60),
                "a\u0301\u0302".repeat(200))) {
            for (float width : new float[] {30, 77, 210}) {
                assertThat(Typesetter.lines(text, Style.BODY, width)).allMatch(line -> line.width() <= width + 0.01f);
                assertThat(Typesetter.lines(text, Style.BODY, width, 2)).hasSizeLessThanOrEqualTo(2);
                assertThat(Typesetter.fitted(text, Style.BODY, width).width()).isLessThanOrEqualTo(width + 0.01f);
            }
        }
    }
}
