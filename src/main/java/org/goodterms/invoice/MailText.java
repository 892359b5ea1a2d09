package org.goodterms.invoice;

import java.util.List;

/**
 * A mail with a document as a person reads it before it goes.
 *
 * @param sender     the firm's address; empty where it has none
 * @param recipients the customer's mailboxes for invoices; each gets a mail of its own
 * @param attachment name of the file that goes along
 */
public record MailText(String sender, List<String> recipients, String subject, String text, String attachment) {
    public MailText {
        recipients = List.copyOf(recipients);
    }
}
