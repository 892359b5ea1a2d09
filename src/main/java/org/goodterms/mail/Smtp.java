package org.goodterms.mail;

import java.time.Duration;
import java.util.Objects;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.net.ssl.SSLSocketFactory;

/**
 * Sends over SMTP submission (RFC 6409). Servers are trusted by the certificates of this machine's JDK and nothing else.
 */
public final class Smtp {
    /** The library writes its remarks under the name of the class made from it; they are not for the terminal. */
    private static final Logger LIBRARY = Logger.getLogger(Conversation.class.getPackageName());

    static {
        LIBRARY.setLevel(Level.WARNING);
    }

    private final SSLSocketFactory trust;
    private final Patience patience;

    /**
     * How long to wait before giving up.
     *
     * @param connect for the server to be reached
     * @param answer  for each reply; the standard asks for ten minutes after the end of a message
     * @param write   for the server to take what is written
     */
    record Patience(Duration connect, Duration answer, Duration write) {
        static final Patience FOR_MESSAGES = new Patience(Duration.ofSeconds(20), Duration.ofSeconds(600),
                Duration.ofSeconds(60));
        /** Somebody is looking at the window. */
        static final Patience FOR_TESTS = new Patience(Duration.ofSeconds(10), Duration.ofSeconds(20),
                Duration.ofSeconds(10));
    }

    public Smtp() {
        this((SSLSocketFactory) SSLSocketFactory.getDefault(), Patience.FOR_MESSAGES);
    }

    Smtp(SSLSocketFactory trust, Patience patience) {
        this.trust = Objects.requireNonNull(trust);
        this.patience = patience;
    }

    /**
     * A line for many messages; nothing is connected before the first.
     *
     * @param secret the password; not used where the account has no user
     */
    public Carrier line(MailAccount account, String secret) {
        return new SmtpLine(account, secret, trust, patience);
    }

    /** One message over a line of its own. */
    public Delivery deliver(MailAccount account, String secret, byte[] bytes, Envelope envelope) {
        try (Carrier line = line(account, secret)) {
            return line.deliver(envelope, bytes);
        }
    }
}
