package org.goodterms.ledger;

import java.time.Instant;
import org.goodterms.kernel.Id;

/** An entry that stands in the journal, with its place in the chain. */
public record PostedEntry(Id<PostedEntry> id, long seq, Entry entry, Instant recordedAt, String prevHash, String hash) {
}
