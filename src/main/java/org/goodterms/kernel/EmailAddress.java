package org.goodterms.kernel;

import com.sanctionco.jmail.Email;
import com.sanctionco.jmail.EmailValidator;
import com.sanctionco.jmail.JMail;
import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One mailbox a message can be sent to, such as {@code anna@example.org}: the form of RFC 5321, with letters of all
 * scripts as RFC 6531 allows them. Names, comments, lists, routes and line breaks are no part of it and are refused, so
 * that an address can never smuggle in a second recipient or a header line.
 *
 * @param text as it was typed, without blanks around it
 */
public record EmailAddress(String text) {
    private static final int LONGEST = 254;
    private static final int LONGEST_LOCAL = 64;
    private static final String ATOM = "[-A-Za-z0-9!#$%&'*+/=?^_`{|}~[^\\x00-\\x7F]]+";
    /** A dot-atom, or a quoted string; RFC 6531 adds letters to both, but not behind a backslash. */
    private static final Pattern LOCAL = Pattern.compile(
            ATOM + "(?:\\." + ATOM + ")*|\"(?:[^\"\\\\]|\\\\[\\x20-\\x7E])*\"");
    private static final EmailValidator RULES = JMail.validator().disallowObsoleteWhitespace()
            .disallowExplicitSourceRouting().disallowQuotedIdentifiers();

    /** @throws IllegalArgumentException where {@code text} is no address; ask {@link #parse} about what people typed */
    public EmailAddress {
        if (!isAddress(text)) {
            throw new IllegalArgumentException("not an e-mail address");
        }
    }

    /** The address in {@code text}, blanks at its ends taken off; empty where it is none. */
    public static Optional<EmailAddress> parse(String text) {
        String trimmed = trimBlanks(text);
        return isAddress(trimmed) ? Optional.of(new EmailAddress(trimmed)) : Optional.empty();
    }

    /** {@link #parse} with a refusal at {@code field} that names the text. */
    public static Outcome<EmailAddress> read(String field, String text) {
        return parse(text).<Outcome<EmailAddress>>map(Outcome::ok)
                .orElseGet(() -> Outcome.refused(Problem.at(field, "kernel.email_invalid", visible(text))));
    }

    /** Before the {@code @}. */
    public String localPart() {
        return text.substring(0, text.lastIndexOf('@'));
    }

    /** Behind the {@code @}, as typed. */
    public String domain() {
        return text.substring(text.lastIndexOf('@') + 1);
    }

    /** The domain as the network asks for it: lower case, letters beyond ASCII in their {@code xn--} form. */
    public String asciiDomain() {
        String domain = domain();
        return domain.startsWith("[") ? domain : IDN.toASCII(domain).toLowerCase(Locale.ROOT);
    }

    /** What stands in the SMTP envelope: the domain in ASCII, the local part untouched. */
    public String envelope() {
        return localPart() + "@" + asciiDomain();
    }

    /** Whether the local part has letters beyond ASCII, so that the server must know SMTPUTF8 (RFC 6531). */
    public boolean needsUtf8Server() {
        return !localPart().chars().allMatch(c -> c < 128);
    }

    @Override
    public String toString() {
        return text;
    }

    private static boolean isAddress(String text) {
        if (text.isEmpty() || text.length() > LONGEST || text.codePoints().anyMatch(EmailAddress::neverInAddress)) {
            return false;
        }
        return RULES.tryParse(text).filter(email -> isAllOf(text, email)
                && email.localPart().length() <= LONGEST_LOCAL
                && LOCAL.matcher(email.localPart()).matches()
                && (email.isIpAddress() || hasNetworkName(email.domain()))).isPresent();
    }

    /** Nothing beside the mailbox: no name, no brackets, no comment, no trailing dot. */
    private static boolean isAllOf(String text, Email email) {
        String domain = email.isIpAddress() ? "[" + email.domain() + "]" : email.domain();
        return text.equals(email.localPart() + "@" + domain) && !domain.endsWith(".");
    }

    private static boolean neverInAddress(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED -> true;
            case Character.SPACE_SEPARATOR -> c != ' ';
            default -> false;
        };
    }

    private static boolean hasNetworkName(String domain) {
        try {
            String ascii = IDN.toASCII(domain);
            return ascii.length() <= 253 && ascii.matches("[A-Za-z0-9.-]+");
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Blanks only: a line break at the end is not a slip of the finger but part of what was handed over. */
    private static String trimBlanks(String text) {
        return text.replaceAll("^[ \\u00A0]+|[ \\u00A0]+$", "");
    }

    private static String visible(String text) {
        String shown = text.codePoints().map(c -> neverInAddress(c) ? '\uFFFD' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
        return shown.length() > 100 ? shown.substring(0, 100) + "…" : shown;
    }
}
