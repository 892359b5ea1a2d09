package org.goodterms.invoice;

import java.util.List;
import org.goodterms.kernel.Problem;

/** A document just issued, and what its maker should know all the same. */
public record Issued(Document document, List<Problem> warnings) {
    public Issued {
        warnings = List.copyOf(warnings);
    }
}
