package org.goodterms.mail;

/** What became of one message that was handed over. */
public sealed interface Delivery {

    /** What the server said, or what happened; shown to people, never interpreted. */
    String text();

    /**
     * The server has taken it over, or the file lies in its folder.
     *
     * @param text the server's reply, or the path of the file
     */
    record Sent(String text) implements Delivery {
    }

    /**
     * Not taken over now; the same bytes may be tried again later.
     *
     * @param code the server's reply code (4yz), 0 where there was none
     */
    record Deferred(int code, String text, Trouble trouble) implements Delivery {
    }

    /**
     * Not taken over, and trying the same again would bring the same.
     *
     * @param code the server's reply code (5yz), 0 where there was none
     */
    record Failed(int code, String text, Trouble trouble) implements Delivery {
    }

    /** Handed over whole, but no answer came: it may or may not have arrived. Never tried again by itself. */
    record Unknown(String text) implements Delivery {
    }
}
