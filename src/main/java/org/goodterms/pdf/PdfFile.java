package org.goodterms.pdf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.UUID;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;

/** Puts drawn pages into a file: fonts cut to the characters used, metadata, colour, identity. */
final class PdfFile {
    private final PageDescription page;
    private final Inks inks;

    PdfFile(PageDescription page, Inks inks) {
        this.page = page;
        this.inks = inks;
    }

    byte[] bytes(List<Canvas> canvases) {
        try (PDDocument document = new PDDocument(); ByteArrayOutputStream out = new ByteArrayOutputStream(48_000)) {
            PDResources resources = resources(document);
            List<PDPage> sheets = new ArrayList<>();
            for (Canvas canvas : canvases) {
                PDPage sheet = new PDPage(new PDRectangle(page.paper().width(), page.paper().height()));
                sheet.setResources(resources);
                PDStream content = new PDStream(document);
                try (var stream = content.createOutputStream(COSName.FLATE_DECODE)) {
                    stream.write(canvas.content());
                }
                sheet.setContents(content);
                document.addPage(sheet);
                sheets.add(sheet);
            }
            TagTree.write(inks.tags(), sheets, document);
            identify(document);
            document.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private PDResources resources(PDDocument document) throws IOException {
        PDResources resources = new PDResources();
        COSDictionary fonts = new COSDictionary();
        for (int i = 0; i < inks.faces().size(); i++) {
            fonts.setItem("F" + i, inks.faces().get(i).embed(document, inks.charactersOf(i)));
        }
        resources.getCOSObject().setItem(COSName.FONT, fonts);
        Logo logo = page.letterhead().logo();
        if (logo != null && inks.usesLogo()) {
            COSDictionary pictures = new COSDictionary();
            pictures.setItem("Logo", logo.image(document));
            resources.getCOSObject().setItem(COSName.XOBJECT, pictures);
        }
        return resources;
    }

    private void identify(PDDocument document) throws IOException {
        Identity identity = page.identity();
        PDDocumentInformation information = document.getDocumentInformation();
        information.setTitle(Metadata.clean(identity.title()));
        information.setAuthor(Metadata.clean(identity.author()));
        information.setProducer("Good Terms");
        GregorianCalendar made = GregorianCalendar.from(identity.made().atZone(ZoneOffset.UTC));
        information.setCreationDate(made);
        information.setModificationDate(made);
        Metadata.attach(document, identity);
        document.getDocumentCatalog().setLanguage(identity.language().toLanguageTag());
        PDViewerPreferences preferences = new PDViewerPreferences(new COSDictionary());
        preferences.setDisplayDocTitle(true);
        document.getDocumentCatalog().setViewerPreferences(preferences);
        document.setDocumentId(UUID.nameUUIDFromBytes(identity.key().getBytes(StandardCharsets.UTF_8))
                .getMostSignificantBits());
    }
}
