package org.goodterms.outbox;

import java.util.List;

/**
 * A message as whoever gets it will read it, taken from the archived bytes.
 *
 * @param from  name and address; of a letter empty
 * @param text  plain text of a mail; of a letter empty, its pages are the only file
 * @param files what goes along
 */
public record Reading(String from, String to, String subject, String text, List<File> files) {

    public Reading {
        files = List.copyOf(files);
    }

    /** A file that goes along, such as the PDF of an invoice. */
    public record File(String name, String type, byte[] bytes) {
        public File {
            bytes = bytes.clone();
        }

        @Override
        public byte[] bytes() {
            return bytes.clone();
        }

        public boolean isPdf() {
            return type.equals("application/pdf");
        }
    }
}
