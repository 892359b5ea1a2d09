package org.goodterms.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Where things stand on the page. */
class PageLayoutTest {
    private final PdfRenderer renderer = new PdfRenderer();

    @Property(tries = 80)
    void totals_never_stand_without_their_last_rows(@ForAll @IntRange(min = 2, max = 90) int lines,
            @ForAll boolean letter) {
        List<String> pages = PdfText.pages(renderer.render(
                SamplePages.invoice(letter ? Paper.LETTER : Paper.A4, lines, null, Accent.USUAL)));
        String sums = pages.stream().filter(page -> page.contains("Total GBP")).findFirst().orElseThrow();
        assertThat(sums).contains("Amount due", "GB29 NWBK").containsPattern("(?m)^" + (lines - 1) + " ")
                .containsPattern("(?m)^" + lines + " ");
    }

    @Property(tries = 40)
    void sums_carried_forward_are_brought_forward_and_equal_the_rows(@ForAll @IntRange(min = 20, max = 150) int lines) {
        List<String> pages = PdfText.pages(renderer.render(SamplePages.invoice(Paper.A4, lines, null, Accent.USUAL)));
        long sum = 0;
        for (int i = 0; i < pages.size(); i++) {
            if (i > 0 && pages.get(i).contains("Description")) {
                assertThat(amountBehind("Brought forward", pages.get(i))).isEqualTo(sum);
            }
            Matcher rows = Pattern.compile("(?m)^\\d+ .* 20 % ([\\d,]+\\.\\d\\d)$").matcher(pages.get(i));
            while (rows.find()) {
                sum += cents(rows.group(1));
            }
            if (i + 1 < pages.size() && pages.get(i + 1).contains("Description")) {
                assertThat(amountBehind("Carried forward", pages.get(i))).isEqualTo(sum);
            }
        }
    }

    private static long amountBehind(String label, String page) {
        Matcher found = Pattern.compile(label + " ([\\d,]+\\.\\d\\d)").matcher(page);
        assertThat(found.find()).as(label + " on " + page).isTrue();
        return cents(found.group(1));
    }

    private static long cents(String amount) {
        return Long.parseLong(amount.replaceAll("[,.]", ""));
    }

    @Test
    void every_page_has_its_number_and_the_heading_of_the_table() {
        List<String> pages = PdfText.pages(renderer.render(SamplePages.invoice(Paper.A4, 60, null, Accent.USUAL)));
        for (int i = 0; i < pages.size(); i++) {
            assertThat(pages.get(i)).contains("Page " + (i + 1) + " of " + pages.size(), "Description", "Unit price");
        }
    }

    @Test
    void the_address_stands_in_the_window_of_the_envelope_and_nothing_else_does() {
        assertWindow(Paper.A4, Paper.mm(20), Paper.mm(105), Paper.mm(62.7f), Paper.mm(90));
        // A #10 window is 4.5 by 1.125 inches; the page can slide half an inch: what always shows, and what may.
        assertWindow(Paper.LETTER, 0.875f * 72, 4.375f * 72, 2.4f * 72, 3.3f * 72);
        List<PdfText.Letter> letters = first(Paper.LETTER);
        assertThat(letters).filteredOn(letter -> letter.bottom() > 2.04f * 72 && letter.top() < 3.62f * 72
                && letter.left() < 5.375f * 72).allMatch(letter -> letter.right() < 4.375f * 72);
    }

    private void assertWindow(Paper paper, float left, float right, float top, float bottom) {
        StringBuilder inside = new StringBuilder();
        first(paper).stream().filter(letter -> letter.left() >= left && letter.right() <= right && letter.top() >= top
                && letter.bottom() <= bottom).forEach(letter -> inside.append(letter.text()));
        assertThat(inside).hasToString(String.join("", SamplePages.address()).replace(" ", ""));
    }

    private List<PdfText.Letter> first(Paper paper) {
        return PdfText.letters(renderer.render(SamplePages.invoice(paper, 5, null, Accent.USUAL))).stream()
                .filter(letter -> letter.page() == 1).toList();
    }

    @ParameterizedTest
    @EnumSource(Paper.class)
    void no_letter_stands_on_another_however_long_the_names(Paper paper) {
        String words = "Wwmj ".repeat(60).strip();
        List<PageDescription> documents = paper.isLandscape()
                ? List.of(PageTextTest.everywhere(words, paper, true), SampleLetters.aging(
                        SamplePages.letterhead(null, Accent.USUAL), paper, 50))
                : List.of(SampleLetters.crowded(paper), SamplePages.invoice(paper, 30, null, Accent.USUAL),
                        PageTextTest.everywhere(words, paper, false), PageTextTest.everywhere(words, paper, true));
        for (PageDescription document : documents) {
            List<PdfText.Letter> letters = new ArrayList<>(PdfText.letters(renderer.render(document)));
            letters.sort(Comparator.comparingInt(PdfText.Letter::page).thenComparingDouble(PdfText.Letter::top));
            for (int i = 0; i < letters.size(); i++) {
                PdfText.Letter one = letters.get(i);
                assertThat(one.right()).isLessThan(paper.width() - 20);
                assertThat(one.bottom()).isLessThan(paper.height() - 18);
                for (int j = i + 1; j < letters.size() && letters.get(j).page() == one.page()
                        && letters.get(j).top() < one.bottom() - 0.1f; j++) {
                    PdfText.Letter other = letters.get(j);
                    float across = Math.min(one.right(), other.right()) - Math.max(one.left(), other.left());
                    assertThat(across).as("%s and %s", one, other).isLessThan(0.3f);
                }
            }
        }
    }

    @Test
    void amounts_stand_under_each_other_to_the_point() {
        List<PdfText.Letter> letters = first(Paper.A4);
        float edge = Paper.A4.width() - Paper.mm(20);
        assertThat(letters).filteredOn(letter -> letter.text().matches("\\d") && letter.right() > edge - 2
                && letter.top() > 330 && letter.bottom() < 560).hasSizeGreaterThan(4)
                .allMatch(letter -> Math.abs(letter.right() - edge) < 0.6f);
    }

    @Test
    void a_letter_on_landscape_paper_is_a_fault() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SamplePages.invoice(Paper.A4_LANDSCAPE, 1, null, Accent.USUAL));
    }

    @Test
    void a_light_accent_is_darkened_for_text_only() {
        Accent light = Accent.of("#FFD23F");
        assertThat(light.readable()).isNotEqualTo(light);
        assertThat(Accent.USUAL.readable()).isEqualTo(Accent.USUAL);
        assertThat(Accent.of("not a colour")).isEqualTo(Accent.USUAL);
        assertThat(Accent.of("#FFFFFF").readable().red()).isLessThan(130);
    }

    @Test
    void paper_follows_the_country() {
        assertThat(Paper.usualIn("US")).isEqualTo(Paper.LETTER);
        assertThat(Paper.usualIn("DE")).isEqualTo(Paper.A4);
        assertThat(Paper.LETTER.landscape()).isEqualTo(Paper.LETTER_LANDSCAPE);
    }
}
