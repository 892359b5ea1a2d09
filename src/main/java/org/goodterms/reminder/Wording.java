package org.goodterms.reminder;

/**
 * The words of one message.
 *
 * @param subject one line, without a word of debt: others may read it
 * @param text    plain text with line feeds
 */
public record Wording(String subject, String text) {
}
