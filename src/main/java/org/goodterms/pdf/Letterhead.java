package org.goodterms.pdf;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The firm's own paper.
 *
 * @param logo   upper left; without one the name stands there in large letters
 * @param name   of the firm
 * @param sender its address, line by line; also the small line above the reader's address on A4
 * @param accent the one colour of the page
 * @param footer up to four columns at the foot of every page: registration, bank, contact
 * @param layout how its pages are laid out
 */
public record Letterhead(@Nullable Logo logo, String name, List<String> sender, Accent accent,
                         List<List<String>> footer, Layout layout) {

    public Letterhead {
        sender = List.copyOf(sender);
        footer = footer.stream().limit(4).map(List::copyOf).toList();
    }

    /** Laid out the classic way. */
    public Letterhead(@Nullable Logo logo, String name, List<String> sender, Accent accent, List<List<String>> footer) {
        this(logo, name, sender, accent, footer, Layout.CLASSIC);
    }
}
