package org.goodterms.einvoice;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.goodterms.xml.SafeXml;
import org.jspecify.annotations.Nullable;

/** Writes elements named {@code prefix:Name}; empty ones are left out, as EN 16931 allows no empty element. */
final class XmlOut {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final XMLStreamWriter writer;
    private final Map<String, String> namespaces;

    /** What stands inside an element. */
    interface Content {
        void write() throws XMLStreamException;
    }

    XmlOut(Map<String, String> namespaces) throws XMLStreamException {
        this.namespaces = namespaces;
        writer = SafeXml.writer(bytes);
    }

    byte[] document(String root, Content content) throws XMLStreamException {
        writer.writeStartDocument("UTF-8", "1.0");
        writer.writeCharacters("\n");
        start(root);
        for (Map.Entry<String, String> space : namespaces.entrySet()) {
            if (space.getKey().isEmpty()) {
                writer.writeDefaultNamespace(space.getValue());
            } else {
                writer.writeNamespace(space.getKey(), space.getValue());
            }
        }
        content.write();
        writer.writeEndElement();
        writer.writeEndDocument();
        writer.close();
        return bytes.toByteArray();
    }

    private void start(String name) throws XMLStreamException {
        int colon = name.indexOf(':');
        String prefix = colon < 0 ? "" : name.substring(0, colon);
        writer.writeStartElement(prefix, name.substring(colon + 1), namespaces.getOrDefault(prefix, ""));
    }

    void group(String name, Content content) throws XMLStreamException {
        start(name);
        content.write();
        writer.writeEndElement();
    }

    /** An element with text and attributes (name, value, name, value …); nothing where the text is null or blank. */
    void text(String name, @Nullable String text, String... attributes) throws XMLStreamException {
        if (text == null || text.isBlank()) {
            return;
        }
        start(name);
        for (int i = 0; i < attributes.length; i += 2) {
            writer.writeAttribute(attributes[i], attributes[i + 1]);
        }
        writer.writeCharacters(text.strip());
        writer.writeEndElement();
    }

    /** Text as it is, inside the element that is open. */
    void raw(String text) throws XMLStreamException {
        writer.writeCharacters(text);
    }

    void amount(String name, BigDecimal amount, String... attributes) throws XMLStreamException {
        text(name, amount.toPlainString(), attributes);
    }

    /** Rates, quantities and prices without zeros behind. */
    void number(String name, BigDecimal number, String... attributes) throws XMLStreamException {
        BigDecimal plain = number.stripTrailingZeros();
        text(name, (plain.scale() < 0 ? plain.setScale(0) : plain).toPlainString(), attributes);
    }

    /** 2026-03-01. */
    void date(String name, @Nullable LocalDate date) throws XMLStreamException {
        text(name, date == null ? null : date.toString());
    }

    /** 20260301 in {@code udt:DateTimeString}, as CII wants. */
    void compactDate(String name, String inner, @Nullable LocalDate date) throws XMLStreamException {
        if (date != null) {
            group(name, () -> text(inner, date.format(DateTimeFormatter.BASIC_ISO_DATE), "format", "102"));
        }
    }
}
