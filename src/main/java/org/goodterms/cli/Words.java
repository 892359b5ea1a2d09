package org.goodterms.cli;

import java.util.ArrayList;
import java.util.List;
import org.goodterms.kernel.Problem;

/** Splits a line as a shell does: single and double quotes, backslash, {@code #} comments. Nothing is expanded. */
final class Words {

    private Words() {
    }

    static List<String> of(String line) {
        List<String> words = new ArrayList<>();
        StringBuilder word = null;
        char quote = 0;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (quote == 0 && word == null && c == '#') {
                break;
            }
            if (quote == 0 && Character.isWhitespace(c)) {
                if (word != null) {
                    words.add(word.toString());
                    word = null;
                }
                continue;
            }
            word = word == null ? new StringBuilder() : word;
            if (quote != 0 && c == quote) {
                quote = 0;
            } else if (quote == 0 && (c == '\'' || c == '"')) {
                quote = c;
            } else if (c == '\\' && quote != '\'' && i + 1 < line.length()
                    && (quote == 0 || "\"\\$`".indexOf(line.charAt(i + 1)) >= 0)) {
                word.append(line.charAt(++i));
            } else {
                word.append(c);
            }
        }
        if (quote != 0) {
            throw new Read.Refusal(Problem.of("cli.open_quote", String.valueOf(quote)));
        }
        if (word != null) {
            words.add(word.toString());
        }
        return words;
    }
}
