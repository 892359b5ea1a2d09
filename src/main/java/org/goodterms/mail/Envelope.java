package org.goodterms.mail;

import org.goodterms.kernel.EmailAddress;

/**
 * Who hands over and who gets it: one recipient, so that one answer is about one person.
 *
 * @param label what a file of it is called, without ending: letters, digits, dot, hyphen, underscore
 */
public record Envelope(EmailAddress from, EmailAddress to, String label) {
    public Envelope {
        if (!label.matches("[A-Za-z0-9._-]{1,120}") || label.startsWith(".")) {
            throw new IllegalArgumentException("not a file name: " + label);
        }
    }
}
