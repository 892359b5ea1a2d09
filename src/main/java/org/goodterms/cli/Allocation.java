package org.goodterms.cli;

import org.goodterms.payment.Settlement;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What money settles: named amounts, the oldest first, or nothing yet. */
final class Allocation {
    @Option(names = "--allocate", paramLabel = "N=A,N=A", description = "so much of these items")
    @Nullable String allocate;
    @Option(names = "--auto", description = "the oldest items first")
    boolean auto;

    Settlement settlement(CurrencyUnit currency) {
        return Read.settlement(allocate, auto, currency);
    }
}
