package org.goodterms.intake;

import java.util.Map;

/**
 * What is known of rows that come from another program.
 *
 * @param merging customers that are there under another code are the same ones, known by name or mailbox
 * @param codes   the file's name of a customer to our code, filled while customers come in
 */
record Known(boolean merging, Map<String, String> codes) {
    static final Known NOTHING = new Known(false, Map.of());
}
