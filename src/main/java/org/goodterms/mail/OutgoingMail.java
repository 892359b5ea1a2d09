package org.goodterms.mail;

import java.text.Normalizer;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.goodterms.kernel.EmailAddress;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Problem;
import org.goodterms.kernel.Typed;
import org.jspecify.annotations.Nullable;

/**
 * One message to one recipient, as data. No part of it can carry a line break into a header.
 *
 * @param replyTo where answers should go, or null where they go to {@code from}
 */
public record OutgoingMail(Mailbox from, @Nullable EmailAddress replyTo, Mailbox to, Identity identity, Words words,
                           List<Attachment> attachments) {
    private static final int LONGEST_SUBJECT = 500;
    private static final int LONGEST_TEXT = 100_000;
    private static final Pattern MESSAGE_ID = Pattern.compile("<[!-;=?-~]+@[!-;=?-~]+>");
    private static final Pattern TYPE = Pattern.compile("[a-z]+/[a-z0-9.+-]+");

    public OutgoingMail {
        attachments = List.copyOf(attachments);
    }

    /** An address with the name shown beside it; the name may be empty. */
    public record Mailbox(String name, EmailAddress address) {
        public Mailbox {
            requireLine("name", name);
        }
    }

    /**
     * What tells this message from all others, and what it answers.
     *
     * @param messageId  with its angle brackets
     * @param date       shown to the reader in the zone given here, whole seconds
     * @param inReplyTo  Message-ID of the message answered, or null
     * @param references Message-IDs of the conversation, oldest first
     */
    public record Identity(String messageId, ZonedDateTime date, @Nullable String inReplyTo, List<String> references) {
        public Identity {
            references = List.copyOf(references);
            List<String> all = new ArrayList<>(references);
            all.add(messageId);
            if (inReplyTo != null) {
                all.add(inReplyTo);
            }
            all.forEach(id -> require(MESSAGE_ID.matcher(id).matches(), "not a Message-ID"));
        }

        /** A message of its own: {@code <uuid@domain of the sender>}, so that the name of this machine stays at home. */
        public static Identity of(UUID id, EmailAddress sender, ZonedDateTime date) {
            String domain = sender.asciiDomain();
            String host = domain.startsWith("[") ? "literal.invalid" : domain;
            return new Identity("<" + id + "@" + host + ">", date, null, List.of());
        }

        /** The same message as the next one in a conversation. */
        public Identity answering(String earlierId, List<String> earlierReferences) {
            List<String> all = new ArrayList<>(earlierReferences);
            all.add(earlierId);
            return new Identity(messageId, date, earlierId, all);
        }
    }

    /**
     * What the reader reads.
     *
     * @param subject  one line
     * @param text     plain text; any line ends
     * @param html     the same in HTML, or null
     * @param language BCP 47, such as {@code de}
     */
    public record Words(String subject, String text, @Nullable String html, String language) {
        public Words {
            requireLine("subject", subject);
            require(!hasControl(text, true) && (html == null || !hasControl(html, true)), "control character in text");
            require(language.matches("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*"), "not a language");
        }

        /** The words of a message written by a person; refused where they hold control characters or are missing. */
        public static Outcome<Words> read(String subject, String text, String language) {
            List<Problem> problems = new ArrayList<>();
            Typed.required("subject", subject, LONGEST_SUBJECT).ifPresent(problems::add);
            Typed.lines("text", text, LONGEST_TEXT).ifPresent(problems::add);
            return problems.isEmpty() ? Outcome.ok(new Words(subject, text, null, language)) : Outcome.refused(problems);
        }
    }

    /**
     * A file that goes along.
     *
     * @param fileName made safe for every mail program: ASCII letters, digits, dot, hyphen, underscore
     * @param type     such as {@code application/pdf}
     */
    public record Attachment(String fileName, String type, byte[] bytes) {
        public Attachment {
            fileName = safeName(fileName);
            require(TYPE.matcher(type).matches(), "not a media type");
            bytes = bytes.clone();
        }

        @Override
        public byte[] bytes() {
            return bytes.clone();
        }

        private static String safeName(String name) {
            String plain = Normalizer.normalize(name, Normalizer.Form.NFKD).replaceAll("\\p{M}+", "")
                    .replaceAll("[^A-Za-z0-9._-]+", "-").replaceAll("^[.-]+|[.-]+$", "");
            String cut = plain.length() > 80 ? plain.substring(plain.length() - 80) : plain;
            return cut.isEmpty() ? "attachment" : cut;
        }
    }

    private static void requireLine(String what, String text) {
        require(!hasControl(text, false), "control character in " + what);
    }

    private static boolean hasControl(String text, boolean manyLines) {
        var problem = manyLines ? Typed.lines("", text, Integer.MAX_VALUE) : Typed.line("", text, Integer.MAX_VALUE);
        return problem.isPresent();
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
