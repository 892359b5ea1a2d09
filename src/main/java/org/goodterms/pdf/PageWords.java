package org.goodterms.pdf;

/**
 * The words that only the layout can place, in the reader's language.
 *
 * @param pageOf         with {@code {0}} for this page and {@code {1}} for their number: "Page {0} of {1}"
 * @param carriedForward beside the running sum at the foot of a page on which a table goes on
 * @param broughtForward beside the same sum at the head of the next
 */
public record PageWords(String pageOf, String carriedForward, String broughtForward) {

    String page(int page, int of) {
        return pageOf.replace("{0}", Integer.toString(page)).replace("{1}", Integer.toString(of));
    }
}
