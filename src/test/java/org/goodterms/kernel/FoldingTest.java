package org.goodterms.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldingTest {

    @ParameterizedTest
    @CsvSource({"MÜLLER, muller", "Straße, strasse", "Ærøskøbing, aeroskobing", "Łódź, lodz", "İstanbul, istanbul",
            "Ｆｕｌｌ, full", "ﬁrst, first", "Ελλάς, ελλασ", "ΕΛΛΑΣ, ελλασ", "Ёлка, елка", "'  a  b ', a b", "'', ''"})
    void case_and_accents_are_put_aside(String text, String folded) {
        assertThat(Folding.fold(text)).isEqualTo(folded);
    }

    @Property
    void folding_twice_changes_nothing_more(@ForAll String text) {
        assertThat(Folding.fold(Folding.fold(text))).isEqualTo(Folding.fold(text));
    }
}
