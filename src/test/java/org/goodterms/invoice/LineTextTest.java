package org.goodterms.invoice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.goodterms.invoice.TotalsTest.dec;

import java.util.Locale;
import org.goodterms.kernel.Problem;
import org.goodterms.kernel.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LineTextTest {

    @Test
    void a_line_is_text_quantity_price_and_tax() {
        assertThat(LineText.parse("Work on site | 2.5 | 80.00 | 19").orThrow())
                .isEqualTo(Line.of("Work on site", dec("2.5"), dec("80.00"), TaxKey.of(dec("19"))));
        assertThat(LineText.parse("a|b|1|2|8.875 %").orThrow()).isEqualTo(Line.of("a|b", dec("1"), dec("2"), TaxKey.of(dec("8.875"))));
        assertThat(LineText.parse("back | -1 | 2 | 0").orThrow().tax()).isEqualTo(TaxKey.of(dec("0")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Work", "Work | 1 | 2", "Work | one | 2 | 19", "Work | 1 | 1,50 | 19", "Work | 1 | 2 | x", "Work | 1 | 1e9 | 19"})
    void anything_else_is_refused_by_name(String typed) {
        Problem problem = LineText.parse(typed).problems().getFirst();
        assertThat(problem.code()).isEqualTo("invoice.line_unreadable");
        assertThat(Texts.of(Locale.ENGLISH).of(problem)).contains("“" + typed + "”").contains("text | quantity | unit price | tax %");
    }
}
