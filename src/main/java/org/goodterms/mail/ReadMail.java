package org.goodterms.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Problem;

/**
 * A message as its reader sees it, read back from its bytes.
 *
 * @param text  the plain text; empty where there is none
 * @param files what goes along
 */
public record ReadMail(String from, String to, String subject, String text, List<File> files) {
    private static final int DEEPEST = 10;

    public ReadMail {
        files = List.copyOf(files);
    }

    /** A file that goes along. */
    public record File(String name, String type, byte[] bytes) {
        public File {
            bytes = bytes.clone();
        }

        @Override
        public byte[] bytes() {
            return bytes.clone();
        }
    }

    /** Reads a message; refused where the bytes are none. */
    public static Outcome<ReadMail> of(byte[] bytes) {
        try {
            MimeMessage message = new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(bytes));
            StringBuilder text = new StringBuilder();
            List<File> files = new ArrayList<>();
            gather(message, text, files, 0);
            return Outcome.ok(new ReadMail(mailboxes(message, "From"), mailboxes(message, "To"), header(message, "Subject"),
                    text.toString().replace("\r\n", "\n"), files));
        } catch (MessagingException | IOException e) {
            return Outcome.refused(Problem.of("mail.unreadable"));
        }
    }

    private static String header(MimeMessage message, String name) throws MessagingException, IOException {
        String value = message.getHeader(name, null);
        return value == null ? "" : MimeUtility.decodeText(MimeUtility.unfold(value));
    }

    /** Name and address as people write them, without the quotes of the header. */
    private static String mailboxes(MimeMessage message, String name) throws MessagingException, IOException {
        String raw = header(message, name);
        try {
            return Arrays.stream(InternetAddress.parseHeader(raw, false)).map(one -> one.getPersonal() == null ? one.getAddress()
                    : one.getPersonal() + " <" + one.getAddress() + ">").collect(Collectors.joining(", "));
        } catch (AddressException e) {
            return raw;
        }
    }

    private static void gather(Part part, StringBuilder text, List<File> files, int depth) throws MessagingException, IOException {
        if (depth > DEEPEST) {
            return;
        }
        if (part.getContent() instanceof MimeMultipart many) {
            for (int i = 0; i < many.getCount(); i++) {
                gather(many.getBodyPart(i), text, files, depth + 1);
            }
        } else if (part.getFileName() != null) {
            files.add(new File(part.getFileName(), part.getContentType().replaceAll(";.*", "").strip().toLowerCase(java.util.Locale.ROOT),
                    part.getInputStream().readAllBytes()));
        } else if (part.isMimeType("text/plain")) {
            text.append(part.getContent());
        }
    }
}
