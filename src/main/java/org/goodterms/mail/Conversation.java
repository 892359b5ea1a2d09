package org.goodterms.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import java.io.IOException;
import java.io.OutputStream;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/**
 * One talk with a server, which remembers how far it came and what the server said to that. The library alone tells a
 * line lost before the end of the message and one lost after it by the same exception.
 */
final class Conversation extends SMTPTransport {

    /** How far a message came. */
    enum Step { CONNECT, SENDER, RECIPIENT, DATA, END }

    private Step step = Step.CONNECT;
    private int code;
    private String reply = "";
    private boolean answered;

    Conversation(Session session) {
        super(session, new URLName("smtp", null, -1, null, null, null));
    }

    Step step() {
        return step;
    }

    /** The server's code to {@link #step}; -1 where what came was no reply, 0 where nothing came. */
    int code() {
        return code;
    }

    String reply() {
        return reply.strip();
    }

    @Override
    protected void mailFrom() throws MessagingException {
        begin(Step.SENDER);
        super.mailFrom();
    }

    @Override
    protected void rcptTo() throws MessagingException {
        begin(Step.RECIPIENT);
        super.rcptTo();
    }

    @Override
    protected OutputStream data() throws MessagingException {
        begin(Step.DATA);
        return super.data();
    }

    @Override
    protected void finishData() throws IOException, MessagingException {
        begin(Step.END);
        super.finishData();
    }

    @Override
    protected int readServerResponse() throws MessagingException {
        if (answered && step != Step.CONNECT) {
            return super.readServerResponse();
        }
        code = 0;
        reply = "";
        int answer = super.readServerResponse();
        code = answer;
        reply = getLastServerResponse();
        answered = true;
        return answer;
    }

    private void begin(Step next) {
        step = next;
        code = 0;
        reply = "";
        answered = false;
    }
}
