package org.goodterms.mail;

import javax.net.ssl.SSLSocketFactory;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Problem;
import org.jspecify.annotations.Nullable;

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
                : Outcome.refused(problem(account, failure));
    }

    private static Problem problem(MailAccount account, Delivery failure) {
        Trouble trouble = switch (failure) {
            case Delivery.Deferred deferred -> deferred.trouble();
            case Delivery.Failed failed -> failed.trouble();
            default -> Trouble.LOST;
        };
        Object[] args = {account.host(), account.port(), failure.text(), account.user()};
        String field = field(trouble);
        return field == null ? Problem.of(trouble.code(), args) : Problem.at(field, trouble.code(), args);
    }

    private static @Nullable String field(Trouble trouble) {
        return switch (trouble) {
            case NO_SUCH_HOST, CERTIFICATE_NAME -> "host";
            case REFUSED, TIMEOUT, NOT_A_MAIL_SERVER -> "port";
            case NO_STARTTLS, NO_TLS -> "security";
            case NO_LOGIN_OFFERED -> "user";
            case LOGIN_REFUSED -> "password";
            default -> null;
        };
    }
}
