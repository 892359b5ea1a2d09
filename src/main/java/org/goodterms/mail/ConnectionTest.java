package org.goodterms.mail;

import javax.net.ssl.SSLSocketFactory;
import org.goodterms.kernel.Outcome;

/** Tries an account without sending anything: reaches the server, encrypts, logs in, and says what is wrong. */
public final class ConnectionTest {
    private final SSLSocketFactory trust;
    private final Smtp.Patience patience;

    public ConnectionTest() {
        this((SSLSocketFactory) SSLSocketFactory.getDefault(), Smtp.Patience.FOR_TESTS);
    }

    ConnectionTest(SSLSocketFactory trust, Smtp.Patience patience) {
        this.trust = trust;
        this.patience = patience;
    }

    /**
     * Takes at most half a minute where a server stays silent.
     *
     * @return the host reached; or the one thing to change, at the field of the account that it is about
     */
    public Outcome<String> run(MailAccount account, String secret) {
        SmtpLine line = new SmtpLine(account, secret, trust, patience);
        Conversation talk = line.newConversation();
        Delivery failure = line.connect(talk);
        line.hangUp();
        return failure == null ? Outcome.ok(account.host())
                : Outcome.refused(line.problem(failure));
    }
}
