package org.goodterms.outbox;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Problem;

/** Which way messages leave the house. */
public sealed interface Way {
    Pattern SERVER = Pattern.compile("smtp://(localhost|127\\.0\\.0\\.1|\\[::1]):(\\d{1,5})/?");

    /** Through the firm's mail account. */
    record Account() implements Way {
    }

    /** Through a mail server on this machine, without login. */
    record ThisMachine(int port) implements Way {
    }

    /** As files in a folder. */
    record Folder(String path) implements Way {
    }

    /** Reads {@code smtp}, {@code smtp://localhost:PORT} or {@code eml:DIR}. */
    static Outcome<Way> parse(String text) {
        String wanted = text.strip();
        Matcher server = SERVER.matcher(wanted.toLowerCase(Locale.ROOT));
        if (wanted.equalsIgnoreCase("smtp")) {
            return Outcome.ok(new Account());
        }
        if (server.matches() && isPort(Integer.parseInt(server.group(2)))) {
            return Outcome.ok(new ThisMachine(Integer.parseInt(server.group(2))));
        }
        if (wanted.startsWith("eml:") && wanted.length() > 4 && wanted.chars().noneMatch(Character::isISOControl)) {
            return Outcome.ok(new Folder(wanted.substring(4)));
        }
        return Outcome.refused(Problem.at("deliver", "outbox.no_such_way", wanted.replaceAll("\\p{Cntrl}", "\uFFFD")));
    }

    private static boolean isPort(int port) {
        return port >= 1 && port <= 65535;
    }
}
