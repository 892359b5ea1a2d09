package org.goodterms.einvoice;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Problem;
import org.mustangproject.ZUGFeRD.PDFAConformanceLevel;
import org.mustangproject.ZUGFeRD.Profiles;
import org.mustangproject.ZUGFeRD.ZUGFeRDExporterFromA3;

/** Puts the XML into a PDF as Factur-X 1.0 (ZUGFeRD 2) wants it; Mustang knows the metadata. */
final class FacturX {
    private static final String PROGRAM = "Good Terms";

    private FacturX() {
    }

    static Outcome<byte[]> embed(byte[] pdf, byte[] xml, EInvoice invoice, Format format) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZUGFeRDExporterFromA3 exporter = new ZUGFeRDExporterFromA3()) {
            exporter.ignorePDFAErrors();
            exporter.setConformanceLevel(PDFAConformanceLevel.ACCESSIBLE);
            exporter.load(pdf);
            exporter.setProducer(PROGRAM).setCreator(invoice.seller().name()).setCreatorTool(PROGRAM).setZUGFeRDVersion(2)
                    .setProfile(Profiles.getByName(format.profile()));
            exporter.setXML(xml);
            for (EInvoice.Attachment file : invoice.attachments()) {
                exporter.PDFAttachGenericFile(file.name(), "Supplement", file.name(), file.mediaType(), file.bytes());
            }
            exporter.export(out);
            return Outcome.ok(out.toByteArray());
        } catch (IOException | IllegalArgumentException e) {
            return Outcome.refused(Problem.of("einvoice.pdf_not_taken", invoice.head().number()));
        }
    }
}
