package org.goodterms.mail;

import jakarta.activation.DataHandler;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimePart;
import jakarta.mail.internet.MimeUtility;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.stream.Collectors;
import org.goodterms.kernel.EmailAddress;

/**
 * The form in which a message is archived and sent (RFC 5322, MIME). The same message always gives the same bytes: lines
 * end in CR LF, are at most 998 bytes long, and are ASCII unless an address itself is not.
 */
public final class MailBytes {
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.ENGLISH);

    private MailBytes() {
    }

    /** The bytes of {@code mail}. */
    public static byte[] render(OutgoingMail mail) {
        try {
            return new Rendering(mail).bytes();
        } catch (MessagingException e) {
            throw new IllegalStateException("a message could not be put together", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same message marked as not yet sent, so that mail programs open it for editing and sending. */
    public static byte[] asDraft(byte[] bytes) {
        byte[] mark = "X-Unsent: 1\r\n".getBytes(StandardCharsets.US_ASCII);
        ByteArrayOutputStream draft = new ByteArrayOutputStream(mark.length + bytes.length);
        draft.writeBytes(mark);
        draft.writeBytes(bytes);
        return draft.toByteArray();
    }

    private static final class Rendering {
        private final OutgoingMail mail;
        private final String boundary;
        private final MimeMessage message;

        Rendering(OutgoingMail mail) {
            this.mail = mail;
            this.boundary = "=_" + mail.identity().messageId().replaceAll("[^A-Za-z0-9]", "");
            boolean utf8 = mail.to().address().needsUtf8Server() || mail.from().address().needsUtf8Server()
                    || mail.replyTo() != null && mail.replyTo().needsUtf8Server();
            Properties properties = new Properties();
            properties.setProperty("mail.mime.allowutf8", Boolean.toString(utf8));
            this.message = new MimeMessage(Session.getInstance(properties)) {
                @Override
                protected void updateMessageID() {
                    // it has one, and keeps it
                }
            };
        }

        byte[] bytes() throws MessagingException, IOException {
            content();
            message.saveChanges();
            headers();
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            message.writeTo(out);
            return out.toByteArray();
        }

        private void headers() throws MessagingException {
            OutgoingMail.Identity identity = mail.identity();
            set("Date", DATE.format(identity.date()));
            set("From", shown(mail.from().name(), mail.from().address()));
            if (mail.replyTo() != null) {
                set("Reply-To", shown("", mail.replyTo()));
            }
            set("To", shown(mail.to().name(), mail.to().address()));
            set("Message-ID", identity.messageId());
            if (identity.inReplyTo() != null) {
                set("In-Reply-To", identity.inReplyTo());
            }
            if (!identity.references().isEmpty()) {
                set("References", MimeUtility.fold(12, String.join(" ", identity.references())));
            }
            set("Subject", unstructured(mail.words().subject(), 9));
            set("Content-Language", mail.words().language());
        }

        private void set(String name, String value) throws MessagingException {
            message.setHeader(name, value);
        }

        private void content() throws MessagingException {
            if (mail.attachments().isEmpty()) {
                words(message);
                return;
            }
            List<MimeBodyPart> parts = new ArrayList<>();
            MimeBodyPart words = new MimeBodyPart();
            words(words);
            parts.add(words);
            for (OutgoingMail.Attachment attachment : mail.attachments()) {
                parts.add(file(attachment));
            }
            message.setContent(new Parts("mixed", boundary, parts));
        }

        private void words(MimePart part) throws MessagingException {
            String html = mail.words().html();
            if (html == null) {
                fill(part, mail.words().text(), "plain");
            } else {
                part.setContent(new Parts("alternative", boundary + "a",
                        List.of(text(mail.words().text(), "plain"), text(html, "html"))));
            }
        }

        private static MimeBodyPart text(String text, String kind) throws MessagingException {
            MimeBodyPart part = new MimeBodyPart();
            fill(part, text, kind);
            return part;
        }

        private static void fill(MimePart part, String text, String kind) throws MessagingException {
            part.setContent(text.replaceAll("\r\n|\r|\n", "\r\n"), "text/" + kind + "; charset=UTF-8");
            part.setHeader("Content-Transfer-Encoding", "quoted-printable");
        }

        private static MimeBodyPart file(OutgoingMail.Attachment attachment) throws MessagingException {
            MimeBodyPart part = new MimeBodyPart();
            part.setDataHandler(new DataHandler(new ByteArrayDataSource(attachment.bytes(), attachment.type())));
            part.setFileName(attachment.fileName());
            part.setHeader("Content-Transfer-Encoding", "base64");
            return part;
        }
    }

    /** A multipart whose boundary is ours, so that the bytes are the same each time. */
    private static final class Parts extends MimeMultipart {
        Parts(String kind, String boundary, List<MimeBodyPart> parts) throws MessagingException {
            super(kind);
            contentType = "multipart/" + kind + "; boundary=\"" + boundary + "\"";
            for (MimeBodyPart part : parts) {
                addBodyPart(part);
            }
        }
    }

    private static String shown(String name, EmailAddress address) {
        String mailbox = address.envelope();
        if (name.isBlank()) {
            return mailbox;
        }
        String quoted = isPlain(name) && name.length() < 60
                ? "\"" + name.replace("\\", "\\\\").replace("\"", "\\\"") + "\"" : encodedWords(name);
        return quoted + (quoted.length() + mailbox.length() > 60 ? "\r\n <" : " <") + mailbox + ">";
    }

    private static String unstructured(String text, int used) {
        return isPlain(text) ? MimeUtility.fold(used, text) : encodedWords(text);
    }

    /** Needs no encoding, and could not be taken for something encoded. */
    private static boolean isPlain(String text) {
        return text.chars().allMatch(c -> c >= ' ' && c < 127) && !text.contains("=?")
                && Arrays.stream(text.split(" ")).allMatch(word -> word.length() < 200);
    }

    /** RFC 2047, in words of at most 75 characters that never cut a character. */
    private static String encodedWords(String text) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        for (int c : text.codePoints().toArray()) {
            String next = Character.toString(c);
            if ((word + next).getBytes(StandardCharsets.UTF_8).length > 42) {
                words.add(word.toString());
                word.setLength(0);
            }
            word.append(next);
        }
        words.add(word.toString());
        return words.stream().map(w -> "=?UTF-8?B?"
                        + Base64.getEncoder().encodeToString(w.getBytes(StandardCharsets.UTF_8)) + "?=")
                .collect(Collectors.joining("\r\n "));
    }
}
