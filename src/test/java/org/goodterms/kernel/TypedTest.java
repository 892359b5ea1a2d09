package org.goodterms.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TypedTest {

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b", "a\u0007", "a\nb", "\t", "\u0085", "\u007f"})
    void control_characters_are_refused_in_a_line(String text) {
        assertThat(Typed.line("name", text, 50)).map(Problem::code).contains("typed.control_character");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\nb", "a\r\n\tb", "Ω≈ç√ 田中さん \uD83D\uDE0D", "<script>", "' or 1=1 --", ""})
    void line_breaks_are_welcome_in_a_text_and_odd_letters_everywhere(String text) {
        assertThat(Typed.lines("note", text, 50)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\uD83D", "a\uDE0Db"})
    void half_a_character_is_refused(String text) {
        assertThat(Typed.lines("note", text, 50)).map(Problem::code).contains("typed.broken_character");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u00A0", "\u200B\u2060", "\u3000"})
    void nothing_to_see_is_nothing(String text) {
        assertThat(Typed.required("name", text, 50)).map(Problem::code).contains("typed.missing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"abcde", "\uD83D\uDE0D\uD83D\uDE0D\uD83D\uDE0D\uD83D\uDE0D\uD83D\uDE0D"})
    void length_counts_characters_not_their_halves(String text) {
        assertThat(Typed.line("name", text, 5)).isEmpty();
        assertThat(Typed.line("name", text, 4)).map(Problem::code).contains("typed.too_long");
    }
}
