package org.goodterms.einvoice;

import java.util.Arrays;
import java.util.Optional;

/** The forms an e-invoice is written in, by the names of the command line. */
public enum Format {
    XRECHNUNG_UBL("xrechnung-ubl", true, Ids.XRECHNUNG, Ids.PEPPOL_PROCESS),
    XRECHNUNG_CII("xrechnung-cii", false, Ids.XRECHNUNG, Ids.PEPPOL_PROCESS),
    /** Profile EN 16931, the usual one. */
    FACTURX("facturx", false, "urn:cen.eu:en16931:2017", null),
    /** Less than EN 16931: no contacts, no bank, no article numbers. */
    FACTURX_BASIC("facturx-basic", false, "urn:cen.eu:en16931:2017#compliant#urn:factur-x.eu:1p0:basic", null),
    FACTURX_EXTENDED("facturx-extended", false, "urn:cen.eu:en16931:2017#conformant#urn:factur-x.eu:1p0:extended", null),
    /** An XRechnung inside a PDF. */
    FACTURX_XRECHNUNG("facturx-xrechnung", false, Ids.XRECHNUNG, Ids.PEPPOL_PROCESS),
    PEPPOL("peppol", true, "urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0",
            Ids.PEPPOL_PROCESS);

    private static final class Ids {
        static final String XRECHNUNG =
                "urn:cen.eu:en16931:2017#compliant#urn:xeinkauf.de:kosit:xrechnung_3.0";
        static final String PEPPOL_PROCESS = "urn:fdc:peppol.eu:2017:poacc:billing:01:1.0";
    }

    private final String word;
    private final boolean ubl;
    private final String customization;
    private final Optional<String> process;

    Format(String word, boolean ubl, String customization, @org.jspecify.annotations.Nullable String process) {
        this.word = word;
        this.ubl = ubl;
        this.customization = customization;
        this.process = Optional.ofNullable(process);
    }

    /** {@code xrechnung-ubl}, {@code facturx} and so on. */
    public String word() {
        return word;
    }

    public static Optional<Format> of(String word) {
        return Arrays.stream(values()).filter(f -> f.word.equals(word)).findFirst();
    }

    boolean ubl() {
        return ubl;
    }

    boolean xrechnung() {
        return customization.equals(Ids.XRECHNUNG);
    }

    /** Whether it is a PDF with the XML inside. */
    public boolean pdf() {
        return word.startsWith("facturx");
    }

    /** The name of the profile in the metadata of the PDF. */
    String profile() {
        return this == FACTURX ? "EN16931" : word.substring(word.indexOf('-') + 1).toUpperCase(java.util.Locale.ROOT);
    }

    /** All names, as a person types them: {@code xrechnung-ubl, xrechnung-cii, …}. */
    public static String words() {
        return Arrays.stream(values()).map(Format::word).collect(java.util.stream.Collectors.joining(", "));
    }

    /** The rules it follows (BT-24). */
    String customization() {
        return customization;
    }

    /** The process it belongs to (BT-23), where its rules want one. */
    Optional<String> process() {
        return process;
    }
}
