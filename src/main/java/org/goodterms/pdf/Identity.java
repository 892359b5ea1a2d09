package org.goodterms.pdf;

import java.time.Instant;
import java.util.Locale;

/**
 * What a document says about itself to programs: archive, search and screen reader.
 *
 * @param key      names this document for ever ("invoice/2026-0104"); its document id is made from it
 * @param title    shown by viewers in place of the file name
 * @param author   the firm that writes
 * @param language of the words on the page
 * @param made     the moment the document is made; taken from its record, never from the clock, so that making it again
 *                 gives the same bytes. Counted to the second
 */
public record Identity(String key, String title, String author, Locale language, Instant made) {
}
