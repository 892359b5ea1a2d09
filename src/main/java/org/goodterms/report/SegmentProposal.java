package org.goodterms.report;

import java.util.List;
import org.goodterms.kernel.Texts;

/**
 * A segment that the figures suggest, and why.
 *
 * @param why       a text key
 * @param arguments of the text
 */
public record SegmentProposal(Segment segment, String why, List<Object> arguments) {
    public SegmentProposal {
        arguments = List.copyOf(arguments);
    }

    /** The reason as a sentence. */
    public String reason(Texts texts) {
        return texts.get(why, arguments.toArray());
    }
}
