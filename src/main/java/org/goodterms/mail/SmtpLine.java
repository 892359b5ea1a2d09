package org.goodterms.mail;

import jakarta.mail.Address;
import jakarta.mail.Authenticator;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import java.io.IOException;
import java.io.OutputStream;
import java.net.IDN;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Properties;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.eclipse.angus.mail.smtp.SMTPMessage;
import org.eclipse.angus.mail.util.WriteTimeoutSocket;
import org.goodterms.kernel.Problem;
import org.jspecify.annotations.Nullable;

/** A connection that is kept from message to message, and made anew after each one that did not go well. */
final class SmtpLine implements Carrier {
    private final MailAccount account;
    private final String secret;
    private final SSLSocketFactory trust;
    private final Smtp.Patience patience;
    private @Nullable Conversation talk;
    private boolean talksUtf8;
    private volatile @Nullable Socket socket;
    private volatile boolean aborted;

    SmtpLine(MailAccount account, String secret, SSLSocketFactory trust, Smtp.Patience patience) {
        this.account = account;
        this.secret = secret;
        this.trust = trust;
        this.patience = patience;
    }

    @Override
    public Delivery deliver(Envelope envelope, byte[] bytes) {
        boolean utf8 = envelope.to().needsUtf8Server() || envelope.from().needsUtf8Server();
        if (talk != null && talksUtf8 != utf8) {
            hangUp();
        }
        boolean kept = talk != null;
        Delivery delivery = attempt(envelope, bytes, utf8);
        // a server may have closed a line that lay idle; nothing of this message was handed over then
        return kept && wasIdleTooLong(delivery) ? attempt(envelope, bytes, utf8) : delivery;
    }

    private static boolean wasIdleTooLong(Delivery delivery) {
        return delivery instanceof Delivery.Deferred(int code, String text, Trouble trouble)
                && (trouble == Trouble.LOST || code == 421);
    }

    private Delivery attempt(Envelope envelope, byte[] bytes, boolean utf8) {
        Conversation open = talk;
        if (open == null) {
            open = new Conversation(session(utf8));
            Delivery trouble = connect(open);
            if (trouble != null) {
                hangUp();
                return trouble;
            }
            talk = open;
            talksUtf8 = utf8;
        }
        if (utf8 && !open.supportsExtension("SMTPUTF8")) {
            hangUp();
            return new Delivery.Failed(0, envelope.to().text(), Trouble.ADDRESS_NEEDS_UTF8);
        }
        Delivery delivery = hand(open, envelope, bytes);
        if (!(delivery instanceof Delivery.Sent)) {
            hangUp();
        }
        return delivery;
    }

    private Delivery hand(Conversation open, Envelope envelope, byte[] bytes) {
        try {
            open.sendMessage(new Verbatim(envelope, bytes), new Address[] {address(envelope.to().envelope())});
            return new Delivery.Sent(open.reply());
        } catch (MessagingException | IllegalStateException e) {
            return SmtpVerdict.onMessage(open, e);
        }
    }

    /** Greets, encrypts, logs in; answers null where the server is ready for a message. */
    @Nullable Delivery connect(Conversation open) {
        try {
            open.connect(reach());
        } catch (MessagingException | IOException | IllegalStateException e) {
            return SmtpVerdict.onConnect(open, account, e);
        }
        if (!account.user().isEmpty() && !open.supportsExtension("AUTH") && !open.supportsExtension("AUTH=LOGIN")) {
            return new Delivery.Failed(0, account.host(), Trouble.NO_LOGIN_OFFERED);
        }
        return null;
    }

    Conversation newConversation() {
        return new Conversation(session(false));
    }

    private Socket reach() throws IOException {
        IOException last = new IOException("no address");
        for (InetAddress address : InetAddress.getAllByName(asciiHost())) {
            Socket plain = new Socket();
            socket = plain;
            try {
                if (aborted) {
                    throw new IOException("given up");
                }
                plain.connect(new InetSocketAddress(address, account.port()), (int) patience.connect().toMillis());
                plain.setSoTimeout((int) patience.answer().toMillis());
                Socket timed = new WriteTimeoutSocket(plain, (int) patience.write().toMillis());
                return account.security() == MailAccount.Security.TLS ? encrypted(timed) : timed;
            } catch (IOException e) {
                plain.close();
                last = e;
            }
        }
        throw last;
    }

    private Socket encrypted(Socket plain) throws IOException {
        SSLSocket tls = (SSLSocket) trust.createSocket(plain, asciiHost(), account.port(), true);
        SSLParameters parameters = tls.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        tls.setSSLParameters(parameters);
        tls.startHandshake();
        return tls;
    }

    private String asciiHost() {
        return account.host().contains(":") ? account.host() : IDN.toASCII(account.host());
    }

    private Session session(boolean utf8) {
        Properties p = new Properties();
        boolean login = !account.user().isEmpty();
        boolean starttls = account.security() == MailAccount.Security.STARTTLS;
        p.setProperty("mail.smtp.host", asciiHost());
        p.setProperty("mail.smtp.port", Integer.toString(account.port()));
        p.setProperty("mail.smtp.localhost", "[127.0.0.1]");
        p.setProperty("mail.smtp.auth", Boolean.toString(login));
        p.setProperty("mail.smtp.starttls.enable", Boolean.toString(starttls));
        p.setProperty("mail.smtp.starttls.required", Boolean.toString(starttls));
        p.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        p.put("mail.smtp.ssl.socketFactory", trust);
        p.setProperty("mail.smtp.socketFactory.fallback", "false");
        p.setProperty("mail.smtp.connectiontimeout", Long.toString(patience.connect().toMillis()));
        p.setProperty("mail.smtp.timeout", Long.toString(patience.answer().toMillis()));
        p.setProperty("mail.smtp.writetimeout", Long.toString(patience.write().toMillis()));
        p.setProperty("mail.smtp.quitwait", "false");
        p.setProperty("mail.smtp.sendpartial", "false");
        p.setProperty("mail.mime.allowutf8", Boolean.toString(utf8));
        if (!login) {
            return Session.getInstance(p);
        }
        p.setProperty("mail.smtp.user", account.user());
        return Session.getInstance(p, new Authenticator() {
            @Override
            protected PasswordAuthentication getPasswordAuthentication() {
                return new PasswordAuthentication(account.user(), secret);
            }
        });
    }

    @Override
    public Problem problem(Delivery failure) {
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

    @Override
    public void abort() {
        aborted = true;
        Socket open = socket;
        if (open != null) {
            try {
                open.close();
            } catch (IOException e) {
                // it is gone either way
            }
        }
    }

    @Override
    public void close() {
        hangUp();
    }

    void hangUp() {
        Conversation open = talk;
        talk = null;
        Socket line = socket;
        try {
            if (open != null) {
                open.close();
            }
            if (line != null) {
                line.close();
            }
        } catch (MessagingException | IOException e) {
            // what was said is settled; a farewell changes nothing
        }
    }

    private static InternetAddress address(String text) {
        InternetAddress address = new InternetAddress();
        address.setAddress(text);
        return address;
    }

    /** A message that writes itself as the bytes it was given. */
    private static final class Verbatim extends SMTPMessage {
        private final byte[] bytes;

        Verbatim(Envelope envelope, byte[] bytes) {
            super((Session) null);
            this.bytes = bytes;
            setEnvelopeFrom(envelope.from().envelope());
        }

        @Override
        public void writeTo(OutputStream out, String[] ignored) throws IOException {
            out.write(bytes);
        }
    }
}
