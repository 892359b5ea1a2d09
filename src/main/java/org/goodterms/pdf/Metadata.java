package org.goodterms.pdf;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.graphics.color.PDOutputIntent;

/** What makes a PDF fit for the archive (PDF/A-2a): the description in XMP and the colour space its numbers mean. */
final class Metadata {
    private static final String PROFILE = "/fonts/srgb.icc";
    private static final String SRGB = "sRGB IEC61966-2.1";

    private Metadata() {
    }

    static void attach(PDDocument document, Identity identity) throws IOException {
        PDMetadata metadata = new PDMetadata(document);
        metadata.importXMPMetadata(xmp(identity).getBytes(StandardCharsets.UTF_8));
        document.getDocumentCatalog().setMetadata(metadata);
        document.getDocumentCatalog().getCOSObject().setItem(COSName.OUTPUT_INTENTS, Colour.INTENTS.copy(document));
    }

    /** Read once, when the first document is made. */
    private static final class Colour {
        static final Template INTENTS = intents();

        private static Template intents() {
            try (PDDocument scratch = new PDDocument();
                    InputStream profile = Objects.requireNonNull(Metadata.class.getResourceAsStream(PROFILE))) {
                PDOutputIntent intent = new PDOutputIntent(scratch, profile);
                intent.setInfo(SRGB);
                intent.setOutputCondition(SRGB);
                intent.setOutputConditionIdentifier(SRGB);
                intent.setRegistryName("http://www.color.org");
                COSArray intents = new COSArray();
                intents.add(intent);
                return Template.of(intents);
            } catch (IOException e) {
                throw new UncheckedIOException(PROFILE, e);
            }
        }
    }

    private static String xmp(Identity identity) {
        String made = identity.made().truncatedTo(ChronoUnit.SECONDS).toString();
        return """
                <?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
                <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
                <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
                <pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>
                <dc:format>application/pdf</dc:format>
                <dc:title><rdf:Alt><rdf:li xml:lang="x-default">%s</rdf:li></rdf:Alt></dc:title>
                <dc:creator><rdf:Seq><rdf:li>%s</rdf:li></rdf:Seq></dc:creator>
                <pdf:Producer>Good Terms</pdf:Producer>
                <xmp:CreateDate>%s</xmp:CreateDate><xmp:ModifyDate>%s</xmp:ModifyDate>
                </rdf:Description></rdf:RDF></x:xmpmeta>
                <?xpacket end="w"?>""".formatted(escaped(identity.title()), escaped(identity.author()), made, made);
    }

    /** One line of text without what XML 1.0 and viewers cannot hold. */
    static String clean(String text) {
        StringBuilder clean = new StringBuilder();
        text.codePoints().forEach(c -> {
            boolean bad = c < ' ' || c >= 0x7F && c < 0xA0 || c >= 0xD800 && c <= 0xDFFF || (c & 0xFFFE) == 0xFFFE;
            clean.appendCodePoint(bad ? ' ' : c);
        });
        return clean.toString().strip();
    }

    private static String escaped(String text) {
        return clean(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
