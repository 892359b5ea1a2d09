package org.goodterms.pdf;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** What the pages of one document have used so far: fonts in order of first use, their characters, the logo. */
final class Inks {
    private final List<Typeface> faces = new ArrayList<>();
    private final List<BitSet> characters = new ArrayList<>();
    private final Tags tags = new Tags();
    private boolean logo;

    /** What the document is made of. */
    Tags tags() {
        return tags;
    }

    /** Notes the characters of a run; the number of its font in this document. */
    int use(Typefaces.Run run) {
        int number = faces.indexOf(run.face());
        if (number < 0) {
            number = faces.size();
            faces.add(run.face());
            characters.add(new BitSet());
        }
        BitSet used = characters.get(number);
        for (int character : run.characters()) {
            used.set(character);
        }
        return number;
    }

    void useLogo() {
        logo = true;
    }

    boolean usesLogo() {
        return logo;
    }

    List<Typeface> faces() {
        return faces;
    }

    BitSet charactersOf(int number) {
        return characters.get(number);
    }
}
