package org.goodterms.bankfile;

import java.util.Optional;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Problem;

/** Recognises a bank file by what it holds and reads it. */
public final class BankFileReader {
    /** A year of a busy account is a tenth of this. */
    static final int MAX_BYTES = 100 * 1024 * 1024;
    private static final int START = 4_096;

    private BankFileReader() {
    }

    /**
     * The format; empty where it is none of them (a CSV file, a picture).
     */
    public static Optional<Format> recognise(byte[] bytes) {
        String text = Plain.text(bytes.length <= START ? bytes : java.util.Arrays.copyOf(bytes, START)).stripLeading();
        String upper = text.toUpperCase(java.util.Locale.ROOT);
        if (upper.startsWith("OFXHEADER") || upper.contains("<OFX>") || upper.contains("<?OFX")) {
            return Optional.of(Format.OFX);
        }
        if (text.startsWith("<")) {
            return Optional.of(upper.contains("CAMT.052") || upper.contains("BKTOCSTMRACCTRPT") ? Format.CAMT_052
                    : upper.contains("CAMT.054") || upper.contains("BKTOCSTMRDBTCDTNTFCTN") ? Format.CAMT_054
                    : Format.CAMT_053);
        }
        if (upper.startsWith("!TYPE:") || upper.startsWith("!ACCOUNT") || upper.startsWith("!OPTION:")
                || upper.startsWith("!CLEAR:") || upper.startsWith("#") && upper.contains("\n!TYPE:")) {
            return Optional.of(Format.QIF);
        }
        return Mt940.looksLike(text) ? Optional.of(Format.MT940) : Optional.empty();
    }

    /**
     * Reads a file of that format.
     *
     * @return refused where it is too large, breaks off, holds entities, or an amount or date that is none: nothing of
     *         such a file is taken
     */
    public static Outcome<BankFile> read(byte[] bytes, Format format) {
        if (bytes.length > MAX_BYTES) {
            return Outcome.refused(Problem.of("bankfile.too_large", bytes.length / (1024 * 1024),
                    MAX_BYTES / (1024 * 1024)));
        }
        try {
            return Outcome.ok(switch (format) {
                case CAMT_052, CAMT_053, CAMT_054 -> Camt.read(bytes);
                case MT940 -> Mt940.read(Plain.text(bytes));
                case OFX -> Ofx.read(Plain.text(bytes));
                case QIF -> Qif.read(Plain.text(bytes));
            });
        } catch (Refusal e) {
            return Outcome.refused(e.problem());
        }
    }
}
