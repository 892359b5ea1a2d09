package org.goodterms.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What a command says.
 *
 * @param json one document for scripts
 * @param text the same for people, without a line end
 * @param ok   false where the work was done and its result is bad news ({@code check}): exit code 1
 */
record Answer(ObjectNode json, String text, boolean ok) {

    static Answer of(ObjectNode json, String text) {
        return new Answer(json, text, true);
    }
}
