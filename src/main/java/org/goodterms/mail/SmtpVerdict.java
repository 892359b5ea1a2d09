package org.goodterms.mail;

import jakarta.mail.MessagingException;
import java.io.EOFException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import javax.net.ssl.SSLException;

/** Judges what a talk with a server came to: by step, reply code and kind of exception, never by words. */
final class SmtpVerdict {
    private static final Set<Integer> LOGIN_CODES = Set.of(530, 534, 535, 538);

    private SmtpVerdict() {
    }

    /** After a message was begun. */
    static Delivery onMessage(Conversation talk, Exception failure) {
        int code = talk.code();
        if (talk.step() == Conversation.Step.END && code / 100 != 4 && code / 100 != 5) {
            return code / 100 == 2 ? new Delivery.Sent(talk.reply()) : new Delivery.Unknown(text(talk, failure));
        }
        if (code / 100 == 4) {
            return new Delivery.Deferred(code, talk.reply(), Trouble.BUSY);
        }
        if (code / 100 == 5) {
            return new Delivery.Failed(code, talk.reply(), refusal(talk.step(), code));
        }
        Trouble trouble = has(failure, SocketTimeoutException.class::isInstance) ? Trouble.TIMEOUT : Trouble.LOST;
        return new Delivery.Deferred(0, text(talk, failure), trouble);
    }

    private static Trouble refusal(Conversation.Step step, int code) {
        if (LOGIN_CODES.contains(code)) {
            return Trouble.LOGIN_REFUSED;
        }
        return switch (step) {
            case CONNECT, SENDER -> code == 552 ? Trouble.MESSAGE_REFUSED : Trouble.SENDER_REFUSED;
            case RECIPIENT -> Trouble.RECIPIENT_REFUSED;
            case DATA, END -> Trouble.MESSAGE_REFUSED;
        };
    }

    /** Before the server was ready for a message: at connecting, encrypting, greeting or login. */
    static Delivery onConnect(Conversation talk, MailAccount account, Exception failure) {
        int code = talk.code();
        Trouble line = line(failure);
        if (line != null) {
            return line == Trouble.NO_TLS || line.name().startsWith("CERTIFICATE")
                    ? new Delivery.Failed(0, text(talk, failure), line)
                    : new Delivery.Deferred(0, text(talk, failure), line);
        }
        if (code / 100 == 4) {
            return new Delivery.Deferred(code, talk.reply(), Trouble.BUSY);
        }
        if (code / 100 == 5) {
            boolean login = failure instanceof jakarta.mail.AuthenticationFailedException || LOGIN_CODES.contains(code);
            return new Delivery.Failed(code, talk.reply(), login ? Trouble.LOGIN_REFUSED : Trouble.SENDER_REFUSED);
        }
        if (code == -1 || code == 0) {
            boolean nonsense = code == -1 && !talk.reply().equals("[EOF]");
            return new Delivery.Deferred(0, text(talk, failure), nonsense ? Trouble.NOT_A_MAIL_SERVER : Trouble.LOST);
        }
        boolean open = account.security() == MailAccount.Security.STARTTLS && !talk.isSSL();
        return new Delivery.Failed(code, text(talk, failure),
                open && !talk.supportsExtension("STARTTLS") ? Trouble.NO_STARTTLS : Trouble.NO_LOGIN_OFFERED);
    }

    /** What is wrong with the line itself, or null where the line stood. */
    private static @org.jspecify.annotations.Nullable Trouble line(Exception failure) {
        if (has(failure, UnknownHostException.class::isInstance)) {
            return Trouble.NO_SUCH_HOST;
        }
        if (has(failure, SocketTimeoutException.class::isInstance)) {
            return Trouble.TIMEOUT;
        }
        if (has(failure, e -> e instanceof CertificateExpiredException || e instanceof CertificateNotYetValidException)) {
            return Trouble.CERTIFICATE_EXPIRED;
        }
        if (has(failure, CertificateException.class::isInstance)) {
            // the JDK reports a wrong name by this class itself, everything else by one derived from it
            return has(failure, e -> e.getClass() == CertificateException.class)
                    ? Trouble.CERTIFICATE_NAME : Trouble.CERTIFICATE_UNTRUSTED;
        }
        if (has(failure, e -> e instanceof java.net.ConnectException || e instanceof NoRouteToHostException)) {
            return Trouble.REFUSED;
        }
        if (has(failure, e -> e instanceof EOFException || e instanceof SocketException)) {
            return Trouble.LOST;
        }
        return has(failure, SSLException.class::isInstance) ? Trouble.NO_TLS : null;
    }

    private static String text(Conversation talk, Exception failure) {
        String reply = talk.reply();
        if (!reply.isEmpty() && !reply.equals("[EOF]")) {
            return reply.length() > 500 ? reply.substring(0, 500) : reply;
        }
        List<Throwable> chain = chain(failure);
        Throwable last = chain.getLast();
        return last.getMessage() == null ? last.getClass().getSimpleName() : last.getMessage();
    }

    private static boolean has(Exception failure, Predicate<Throwable> kind) {
        return chain(failure).stream().anyMatch(kind);
    }

    /** The exception and all it came from; mail exceptions keep theirs apart from the usual cause. */
    private static List<Throwable> chain(Throwable failure) {
        List<Throwable> all = new ArrayList<>();
        Throwable next = failure;
        while (next != null && !all.contains(next) && all.size() < 20) {
            all.add(next);
            next = next instanceof MessagingException mail && mail.getNextException() != null
                    ? mail.getNextException() : next.getCause();
        }
        return all;
    }
}
