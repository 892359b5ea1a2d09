package org.goodterms.einvoice;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Problem;

/** Reads any e-invoice of EN 16931: UBL, CII, or a PDF with one of them inside (Factur-X, ZUGFeRD 1 and 2). */
public final class EInvoiceReader {
    private static final String UBL = "urn:oasis:names:specification:ubl:schema:xsd:";

    private EInvoiceReader() {
    }

    /**
     * What a file says and what is wrong with it.
     *
     * @param problems what is against the rules it claims to follow; empty for a valid invoice. A light check: sums,
     *                 mandatory fields, the rules of XRechnung; code lists are not looked up
     * @param facts    what it says; empty where the file cannot be read as an e-invoice
     */
    public record Reading(List<Problem> problems, Optional<Facts> facts) {
        public Reading {
            problems = List.copyOf(problems);
        }

        public boolean valid() {
            return problems.isEmpty() && facts.isPresent();
        }
    }

    /** Never throws for what stands in the file; nothing outside the file is read. */
    public static Reading read(byte[] file) {
        Outcome<XmlNode> root = isPdf(file) ? EmbeddedXml.of(file).then(XmlNode::parse) : XmlNode.parse(file);
        return switch (root) {
            case Outcome.Refused<XmlNode>(List<Problem> problems) -> new Reading(problems, Optional.empty());
            case Outcome.Ok<XmlNode>(XmlNode node) -> read(node);
        };
    }

    /** Some programs write a few bytes before the mark of a PDF. */
    private static boolean isPdf(byte[] file) {
        int length = Math.min(file.length, 1024);
        String beginning = new String(file, 0, length, StandardCharsets.ISO_8859_1);
        return !beginning.stripLeading().startsWith("<") && beginning.contains("%PDF-");
    }

    private static Reading read(XmlNode root) {
        if (root.namespace().equals(UBL + root.name() + "-2") && root.name().matches("Invoice|CreditNote")) {
            Facts facts = UblFacts.of(root);
            return new Reading(new ReadingRules(facts, UblDetails.of(root)).check(), Optional.of(facts));
        }
        if (root.namespace().contains(":CrossIndustryInvoice:") || root.namespace().contains(":CrossIndustryDocument:")) {
            Facts facts = CiiFacts.of(root);
            return new Reading(new ReadingRules(facts, CiiDetails.of(root)).check(), Optional.of(facts));
        }
        return new Reading(List.of(Problem.of("einvoice.unknown_kind", root.name())), Optional.empty());
    }
}
