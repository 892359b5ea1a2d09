package org.goodterms.reminder;

import java.util.List;
import org.goodterms.outbox.Message;
import org.jspecify.annotations.Nullable;

/**
 * A message made ready: exactly these bytes are archived and sent.
 *
 * @param language    of the text, such as {@code de}
 * @param wording     what it says
 * @param template    what the text of the step would have said; equal to {@code wording} where nobody changed it
 * @param copies      one for each recipient
 * @param attachments names of the files that go along
 * @param letter      the letter as PDF, where this is one or carries one; else null
 */
public record Written(DunningPlan.Notice notice, String language, Wording wording, Wording template, List<Copy> copies,
        List<String> attachments, byte @Nullable [] letter) {
    public Written {
        copies = List.copyOf(copies);
        attachments = List.copyOf(attachments);
    }

    /** What goes to one recipient: a mail as its source, or a letter as PDF. */
    public record Copy(Message.Parcel parcel, byte[] bytes) {
    }

    /** Whether a person changed the words. */
    public boolean isChanged() {
        return !wording.equals(template);
    }
}
