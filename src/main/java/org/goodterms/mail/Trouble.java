package org.goodterms.mail;

/** Why a message did not go, in terms of what a person can do about it. */
public enum Trouble {
    /** No such host, or no network. */
    NO_SUCH_HOST("mail.no_such_host", true),
    /** Nobody listens at that port. */
    REFUSED("mail.refused", true),
    /** The server, or the way to it, was silent for too long. */
    TIMEOUT("mail.timeout", true),
    /** The line broke. */
    LOST("mail.lost", false),
    /** What answers does not speak SMTP. */
    NOT_A_MAIL_SERVER("mail.not_a_mail_server", true),
    /** The server does not offer the encryption that is required. */
    NO_STARTTLS("mail.no_starttls", true),
    /** The certificate has run out or is not yet valid. */
    CERTIFICATE_EXPIRED("mail.certificate_expired", true),
    /** The certificate belongs to another name. */
    CERTIFICATE_NAME("mail.certificate_name", true),
    /** The certificate was not given by anybody this machine trusts. */
    CERTIFICATE_UNTRUSTED("mail.certificate_untrusted", true),
    /** No encrypted line could be agreed. */
    NO_TLS("mail.no_tls", true),
    /** The server offers no login, or none that we speak, though a user is set. */
    NO_LOGIN_OFFERED("mail.no_login_offered", true),
    /** User or password was not accepted. */
    LOGIN_REFUSED("mail.login_refused", true),
    /** The server asks to come back later. */
    BUSY("mail.busy", false),
    /** The server does not accept the sender. */
    SENDER_REFUSED("mail.sender_refused", true),
    /** The server does not accept this recipient. */
    RECIPIENT_REFUSED("mail.recipient_refused", false),
    /** The server does not accept this message. */
    MESSAGE_REFUSED("mail.message_refused", false),
    /** The recipient's address has letters the server cannot carry (no SMTPUTF8). */
    ADDRESS_NEEDS_UTF8("mail.address_needs_utf8", false),
    /** The file could not be written. */
    FOLDER("mail.folder", true);

    private final String code;
    private final boolean stopsRun;

    Trouble(String code, boolean stopsRun) {
        this.code = code;
        this.stopsRun = stopsRun;
    }

    /** Whether the next message would meet the same, so that a run stops here instead of knocking again and again. */
    public boolean stopsRun() {
        return stopsRun;
    }

    /** The code under which its text is found; the text takes host, port, what the server said, and user. */
    public String code() {
        return code;
    }
}
