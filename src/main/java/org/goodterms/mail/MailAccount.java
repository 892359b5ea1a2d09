package org.goodterms.mail;

import java.net.IDN;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.goodterms.kernel.EmailAddress;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Problem;
import org.goodterms.kernel.Typed;
import org.jspecify.annotations.Nullable;

/**
 * How the firm's mail leaves: the submission server of its own provider. The password is not part of it.
 *
 * @param host     name or address of the server, letters beyond ASCII allowed
 * @param security how the line is encrypted; {@link Security#NONE} only where the host is this machine
 * @param user     for the login; empty where the server asks for none
 * @param replyTo  where answers should go, or null where they go to {@code from}
 */
public record MailAccount(String host, int port, Security security, String user, EmailAddress from, String fromName,
                          @Nullable EmailAddress replyTo) {
    private static final int LONGEST = 320;

    /** How the line to the server is encrypted. */
    public enum Security {
        /** Plain at first, encrypted before the login or nothing is sent; usually port 587. */
        STARTTLS,
        /** Encrypted from the first byte; usually port 465. */
        TLS,
        /** Not encrypted. */
        NONE
    }

    /** @throws IllegalArgumentException on what {@link #read} would have refused */
    public MailAccount {
        List<Problem> problems = check(host, port, security, user, fromName);
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException("not a mail account: " + problems);
        }
    }

    /** A server on this machine, without login and encryption: {@code smtp://localhost:PORT}. */
    public static MailAccount onThisMachine(int port, EmailAddress from, String fromName) {
        return new MailAccount("localhost", port, Security.NONE, "", from, fromName, null);
    }

    /**
     * The account that {@code settings} describe, keys as in {@link #settings()}. All that is wrong is named at once.
     */
    public static Outcome<MailAccount> read(Map<String, String> settings) {
        String host = settings.getOrDefault("host", "").strip();
        String user = settings.getOrDefault("user", "").strip();
        String fromName = settings.getOrDefault("fromName", "").strip();
        String replyTo = settings.getOrDefault("replyTo", "").strip();
        Optional<Security> security = security(settings.getOrDefault("security", ""));
        int port = port(settings.getOrDefault("port", ""), security.orElse(Security.STARTTLS));
        List<Problem> problems = new ArrayList<>();
        if (security.isEmpty()) {
            problems.add(Problem.at("security", "mail.security_unknown", visible(settings.getOrDefault("security", ""))));
        }
        Outcome<EmailAddress> from = EmailAddress.read("from", settings.getOrDefault("from", ""));
        problems.addAll(from.problems());
        Outcome<EmailAddress> answers = replyTo.isEmpty() ? null : EmailAddress.read("replyTo", replyTo);
        problems.addAll(answers == null ? List.of() : answers.problems());
        problems.addAll(check(host, port, security.orElse(Security.STARTTLS), user, fromName));
        if (!problems.isEmpty()) {
            return Outcome.refused(problems);
        }
        return Outcome.ok(new MailAccount(host, port, security.orElseThrow(), user, from.orThrow(), fromName,
                answers == null ? null : answers.orThrow()));
    }

    /** As plain texts for a table of settings; {@link #read} gives the same account back. */
    public Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("host", host);
        settings.put("port", Integer.toString(port));
        settings.put("security", security.name().toLowerCase(Locale.ROOT));
        settings.put("user", user);
        settings.put("from", from.text());
        settings.put("fromName", fromName);
        settings.put("replyTo", replyTo == null ? "" : replyTo.text());
        return settings;
    }

    /** Under this name its password is kept among the secrets. */
    public String secretName() {
        return "smtp/" + user + "@" + host.toLowerCase(Locale.ROOT);
    }

    /** Who the recipient sees as sender. */
    public OutgoingMail.Mailbox sender() {
        return new OutgoingMail.Mailbox(fromName, from);
    }

    static boolean isThisMachine(String host) {
        String plain = host.toLowerCase(Locale.ROOT);
        return plain.equals("localhost") || plain.equals("::1") || plain.equals("[::1]")
                || plain.matches("127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}");
    }

    private static List<Problem> check(String host, int port, Security security, String user, String fromName) {
        List<Problem> problems = new ArrayList<>();
        if (!isHost(host)) {
            problems.add(Problem.at("host", "mail.host_invalid", visible(host)));
        }
        if (port < 1 || port > 65535) {
            problems.add(Problem.at("port", "mail.port_invalid", Integer.toString(port)));
        }
        if (security == Security.NONE && isHost(host) && !isThisMachine(host)) {
            problems.add(Problem.at("security", "mail.must_encrypt", visible(host)));
        }
        Typed.line("user", user, LONGEST).ifPresent(problems::add);
        Typed.line("fromName", fromName, LONGEST).ifPresent(problems::add);
        return problems;
    }

    private static boolean isHost(String host) {
        try {
            return host.matches("\\[?[0-9A-Fa-f:]+:[0-9A-Fa-f:.]*]?")
                    || IDN.toASCII(host).matches("(?=.{1,253}$)[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?");
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static Optional<Security> security(String text) {
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "starttls" -> Optional.of(Security.STARTTLS);
            case "tls", "ssl" -> Optional.of(Security.TLS);
            case "none" -> Optional.of(Security.NONE);
            default -> Optional.empty();
        };
    }

    private static int port(String text, Security security) {
        if (text.isBlank()) {
            return switch (security) {
                case STARTTLS -> 587;
                case TLS -> 465;
                case NONE -> 25;
            };
        }
        return text.strip().matches("\\d{1,5}") ? Integer.parseInt(text.strip()) : -1;
    }

    private static String visible(String text) {
        return text.replaceAll("[\\p{Cntrl}\\p{Zl}\\p{Zp}]", "\uFFFD");
    }
}
