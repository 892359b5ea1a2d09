package org.goodterms.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class TextOrderTest {

    @Test
    void numbers_in_words_count_by_value() {
        assertThat(List.of("INV-10", "INV-9", "INV-100", "INV-010-2").stream().sorted(TextOrder.of(Locale.UK)))
                .containsExactly("INV-9", "INV-10", "INV-010-2", "INV-100");
    }

    @Test
    void accents_do_not_tear_words_apart() {
        assertThat(List.of("Zeta", "Émile", "emma", "Emil", "Öl", "Ofen").stream().sorted(TextOrder.of(Locale.GERMAN)))
                .containsExactly("Emil", "Émile", "emma", "Ofen", "Öl", "Zeta");
    }
}
