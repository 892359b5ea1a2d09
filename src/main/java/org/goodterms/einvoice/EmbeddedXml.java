package org.goodterms.einvoice;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDNameTreeNode;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Problem;
import org.jspecify.annotations.Nullable;

/** Finds the invoice inside a PDF, by the names that Factur-X, ZUGFeRD and XRechnung gave it over the years. */
final class EmbeddedXml {
    private static final Set<String> NAMES =
            Set.of("factur-x.xml", "xrechnung.xml", "zugferd-invoice.xml");
    private static final int DEEPEST = 20;

    private EmbeddedXml() {
    }

    static Outcome<byte[]> of(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            List<PDComplexFileSpecification> files = new ArrayList<>();
            var names = document.getDocumentCatalog().getNames();
            if (names != null) {
                collect(names.getEmbeddedFiles(), files, 0);
            }
            associated(document, files);
            for (PDComplexFileSpecification file : files) {
                String called = file.getFileUnicode() == null ? file.getFile() : file.getFileUnicode();
                PDEmbeddedFile content = content(file);
                if (called != null && NAMES.contains(called.toLowerCase(Locale.ROOT)) && content != null) {
                    return read(content);
                }
            }
            return Outcome.refused(Problem.of("einvoice.nothing_embedded"));
        } catch (IOException | IllegalArgumentException | ClassCastException e) {
            return Outcome.refused(Problem.of("einvoice.pdf_unreadable"));
        }
    }

    private static void collect(@Nullable PDNameTreeNode<PDComplexFileSpecification> node,
            List<PDComplexFileSpecification> files, int depth) throws IOException {
        if (node == null || depth > DEEPEST) {
            return;
        }
        Map<String, PDComplexFileSpecification> named = node.getNames();
        if (named != null) {
            files.addAll(named.values());
        }
        if (node.getKids() != null) {
            for (PDNameTreeNode<PDComplexFileSpecification> kid : node.getKids()) {
                collect(kid, files, depth + 1);
            }
        }
    }

    /** Files named only in the catalogue's list of associated files. */
    private static void associated(PDDocument document, List<PDComplexFileSpecification> files) {
        if (document.getDocumentCatalog().getCOSObject().getDictionaryObject(COSName.AF) instanceof COSArray list) {
            for (COSBase entry : list) {
                COSBase object = entry instanceof COSObject reference ? reference.getObject() : entry;
                if (object instanceof COSDictionary dictionary) {
                    files.add(new PDComplexFileSpecification(dictionary));
                }
            }
        }
    }

    private static @Nullable PDEmbeddedFile content(PDComplexFileSpecification file) {
        return file.getEmbeddedFileUnicode() == null ? file.getEmbeddedFile() : file.getEmbeddedFileUnicode();
    }

    /** A small PDF may unfold into a very large file: reading ends at the limit. */
    private static Outcome<byte[]> read(PDEmbeddedFile content) throws IOException {
        try (InputStream in = content.createInputStream()) {
            byte[] bytes = in.readNBytes(XmlNode.MAX_BYTES + 1);
            return bytes.length > XmlNode.MAX_BYTES
                    ? Outcome.refused(Problem.of("einvoice.too_large", XmlNode.MAX_BYTES / (1024 * 1024)))
                    : Outcome.ok(bytes);
        }
    }
}
