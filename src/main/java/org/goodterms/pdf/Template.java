package org.goodterms.pdf;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;

/** A part of a PDF made and compressed once, of which every document gets a copy. */
sealed interface Template {

    /** A copy that belongs to {@code document}. */
    COSBase copy(PDDocument document);

    /** Numbers, names and texts: the same for all documents. */
    record Leaf(COSBase value) implements Template {
        @Override
        public COSBase copy(PDDocument document) {
            return value;
        }
    }

    record Array(List<Template> items) implements Template {
        @Override
        public COSBase copy(PDDocument document) {
            COSArray array = new COSArray();
            items.forEach(item -> array.add(item.copy(document)));
            return array;
        }
    }

    record Dictionary(Map<COSName, Template> entries) implements Template {
        @Override
        public COSDictionary copy(PDDocument document) {
            COSDictionary dictionary = new COSDictionary();
            entries.forEach((key, value) -> dictionary.setItem(key, value.copy(document)));
            return dictionary;
        }
    }

    record Stream(Map<COSName, Template> entries, byte[] raw) implements Template {
        @Override
        public COSStream copy(PDDocument document) {
            COSStream stream = document.getDocument().createCOSStream();
            try (OutputStream out = stream.createRawOutputStream()) {
                out.write(raw);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            entries.forEach((key, value) -> stream.setItem(key, value.copy(document)));
            return stream;
        }
    }

    /** Takes a part out of a document; it must hold no way back to itself. */
    static Template of(COSBase part) throws IOException {
        return switch (part) {
            case COSObject reference -> of(reference.getObject());
            case COSStream stream -> {
                try (InputStream raw = stream.createRawInputStream()) {
                    Map<COSName, Template> entries = entries(stream);
                    entries.remove(COSName.LENGTH);
                    yield new Stream(entries, raw.readAllBytes());
                }
            }
            case COSDictionary dictionary -> new Dictionary(entries(dictionary));
            case COSArray array -> {
                List<Template> items = new ArrayList<>();
                for (COSBase item : array) {
                    items.add(of(item));
                }
                yield new Array(items);
            }
            default -> new Leaf(part);
        };
    }

    private static Map<COSName, Template> entries(COSDictionary dictionary) throws IOException {
        Map<COSName, Template> entries = new LinkedHashMap<>();
        for (Map.Entry<COSName, COSBase> entry : dictionary.entrySet()) {
            entries.put(entry.getKey(), of(entry.getValue()));
        }
        return entries;
    }
}
