package org.goodterms.intake;

import java.util.Optional;
import org.goodterms.csv.CsvRow;
import org.goodterms.db.Tx;
import org.goodterms.kernel.Outcome;
import org.joda.money.Money;

/** Brings in the rows of one kind, one by one, within the transaction of the import. */
interface RowsService {

    /** What became of a row: brought in with its signed amount, if it has one, or skipped as a repetition. */
    record Taken(boolean skipped, Optional<Money> amount, java.util.List<org.goodterms.kernel.Problem> warnings) {
        static Taken repeated() {
            return new Taken(true, Optional.empty(), java.util.List.of());
        }
    }

    Outcome<Taken> take(Tx tx, CsvRow row);

    /** After the last row: writes what was gathered. */
    void finish(Tx tx);
}
