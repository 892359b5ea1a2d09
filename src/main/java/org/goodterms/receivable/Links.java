package org.goodterms.receivable;

import java.time.LocalDate;
import java.util.List;
import org.goodterms.ledger.Entry;

/**
 * What one source wishes to allocate, in this order.
 *
 * @param on the day it takes effect, where nothing holds it up
 */
public record Links(List<Link> links, LocalDate on, Entry.Source source) {
    public Links {
        links = List.copyOf(links);
    }
}
