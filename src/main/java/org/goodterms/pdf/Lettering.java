package org.goodterms.pdf;

import java.util.stream.Collectors;

/** What the shipped fonts can draw. */
public final class Lettering {

    private Lettering() {
    }

    /** The characters of a text that would come out as empty boxes, each once, in order; empty where all can be drawn. */
    public static String missing(String text) {
        return Cleaning.clean(text).codePoints().filter(character -> character > ' ' && !Typefaces.draws(character)).distinct()
                .mapToObj(Character::toString).collect(Collectors.joining());
    }
}
