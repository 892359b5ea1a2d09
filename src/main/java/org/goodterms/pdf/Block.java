package org.goodterms.pdf;

import java.util.List;

/** One thing in the body of a page. Blocks follow each other downwards; the engine sets the distances. */
public sealed interface Block permits Block.Paragraphs, Block.Heading, Table, Block.Totals, Block.Pay, Block.Figures,
        Block.Note, Block.Closing, Block.Signatures, PaymentSlip {

    /** Running text. A line feed ends a line, an empty line a paragraph. */
    record Paragraphs(String text) implements Block {
    }

    /** A heading inside the body; stays with what follows. */
    record Heading(String text) implements Block {
    }

    /**
     * The sums under a table, at the right edge; kept together, and never alone at the top of a page: the last rows of
     * the table come with them.
     */
    record Totals(List<Total> lines) implements Block {
        public Totals {
            lines = List.copyOf(lines);
        }
    }

    /**
     * One line of the sums.
     *
     * @param base what a tax is taken on, shown between label and amount; or empty
     */
    record Total(String label, String base, String amount, Weight weight) {

        public static Total of(String label, String amount) {
            return new Total(label, "", amount, Weight.PLAIN);
        }

        public static Total tax(String label, String base, String amount) {
            return new Total(label, base, amount, Weight.PLAIN);
        }

        public static Total strong(String label, String amount) {
            return new Total(label, "", amount, Weight.STRONG);
        }

        public static Total due(String label, String amount) {
            return new Total(label, "", amount, Weight.DUE);
        }
    }

    /** How loud a sum is: a step on the way, a result, or the one amount that counts (once on a page). */
    enum Weight { PLAIN, STRONG, DUE }

    /**
     * What to pay, by when, how and where to, whom to ask: one panel, kept together.
     *
     * @param amount label and amount due
     * @param dues   due dates: one, or one for each instalment with its amount in the value
     * @param terms  a sentence below, such as a discount for early payment; or empty
     * @param ways   one for each way to pay; the usual way first
     * @param ask    whom to ask: name, telephone, mail
     * @param codes  to be scanned with a telephone, at most two
     */
    record Pay(Labelled amount, List<Labelled> dues, String terms, List<Way> ways, Way ask, List<Code> codes) implements Block {
        public Pay {
            dues = List.copyOf(dues);
            ways = List.copyOf(ways);
            codes = codes.stream().filter(code -> CodeDrawing.holds(code.text())).limit(2).toList();
        }

        public Pay(Labelled amount, List<Labelled> dues, String terms, List<Way> ways, Way ask) {
            this(amount, dues, terms, ways, ask, List.of());
        }
    }

    /** A QR code with what to do with it: "Scan with your banking app". Its text is encoded as UTF-8. */
    record Code(String text, String caption) {
    }

    /** A small titled list: "By bank transfer" with IBAN, BIC, reference; "Questions?" with name and telephone. */
    record Way(String heading, List<Labelled> lines) {
        public Way {
            lines = List.copyOf(lines);
        }

        /** Nothing to say here. */
        public static Way none() {
            return new Way("", List.of());
        }
    }

    /** Up to six key figures side by side: balance, overdue, the bands of an aging. */
    record Figures(List<Labelled> figures) implements Block {
        public Figures {
            figures = figures.stream().limit(6).toList();
        }
    }

    /** A remark set apart: exemption reason, reverse charge, thanks. The heading may be empty. */
    record Note(String heading, String text) implements Block {
    }

    /** Room for several to sign, side by side, with what stands below each line; kept together. */
    record Signatures(List<String> names) implements Block {
        public Signatures {
            names = List.copyOf(names);
        }
    }

    /** The end of a letter: greeting, room for a signature, name and role; kept together. */
    record Closing(String greeting, String name, String role) implements Block {
    }
}
