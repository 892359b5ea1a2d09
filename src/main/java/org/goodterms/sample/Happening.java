package org.goodterms.sample;

import java.time.LocalDate;
import java.util.List;
import org.goodterms.customer.Contact;

/**
 * Something that happens to the sample firm on a day. Firms and bills are numbers in the plan; shares are percents of what
 * a bill is over.
 */
sealed interface Happening {

    LocalDate day();

    /** A bill is issued; {@code order} is the customer's order number, empty for none. */
    record Billed(LocalDate day, int firm, int bill, List<Bought> lines, String order) implements Happening {
        public Billed {
            lines = List.copyOf(lines);
        }
    }

    /** So much of a thing of the catalogue, with {@code off} percent less. */
    record Bought(Ware ware, int quantity, int off) {
    }

    /** Money comes in for bills, {@code cents} too much or too little of it. */
    record Paid(LocalDate day, int firm, List<Share> shares, long cents, boolean discounted, boolean cheque) implements Happening {
        public Paid {
            shares = List.copyOf(shares);
        }
    }

    record Share(int bill, int percent) {
    }

    /** The last cheque of the firm came back. */
    record Bounced(LocalDate day, int firm) implements Happening {
    }

    /** A bill is credited: all of it, or what is the first line times {@code percent}. */
    record Credited(LocalDate day, int bill, int percent, String reason) implements Happening {
    }

    record Disputed(LocalDate day, int bill, int percent, String reason) implements Happening {
    }

    record Settled(LocalDate day, int bill, String outcome) implements Happening {
    }

    record Spoken(LocalDate day, int firm, Contact.Means means, Contact.Direction direction, String outcome, String note)
            implements Happening {
    }

    /** Somebody promises the share of a bill that is open, or all that is. */
    record Promised(LocalDate day, int firm, int bill, int percent, LocalDate by) implements Happening {
    }

    /** A task about a bill; it is done on its due day where {@code result} says how. */
    record Noted(LocalDate day, int firm, int bill, String title, LocalDate due, String result) implements Happening {
    }

    record Held(LocalDate day, int firm, String reason) implements Happening {
    }

    /** A bill goes out by mail; on its way still where {@code waiting}. */
    record Mailed(LocalDate day, int bill, boolean waiting) implements Happening {
    }

    /** Written, not issued. */
    record Drafted(LocalDate day, int firm, List<Bought> lines) implements Happening {
        public Drafted {
            lines = List.copyOf(lines);
        }
    }

    /** What the firm itself pays; {@code tax} is the input tax in it. */
    record Spent(LocalDate day, String text, long net, long tax) implements Happening {
        /** The same with 19 percent in whole euros of net. */
        Spent taxed() {
            return new Spent(day, text, net, net / 100 * 19);
        }
    }

    /** Money of nobody known. */
    record Unknown(LocalDate day, long cents, String text) implements Happening {
    }
}
