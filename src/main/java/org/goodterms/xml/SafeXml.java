package org.goodterms.xml;

import java.io.OutputStream;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;

/**
 * The one place that makes XML readers and writers. The JDK's defaults read local files through entities; here document
 * types are not processed, external things are never fetched, and the JDK's own reader is taken whatever else lies on
 * the class path.
 */
public final class SafeXml {
    private static final int DECLARATION = 200;
    private static final Pattern ENCODING =
            Pattern.compile("^\\s*<\\?xml[^>]*\\sencoding\\s*=\\s*[\"']([A-Za-z][A-Za-z0-9._-]*)[\"']");
    private static final Pattern CLAIM = Pattern.compile("^\\s*<\\?xml[^>]*\\sencoding");
    private static final XMLInputFactory READERS = readers();
    private static final XMLOutputFactory WRITERS = XMLOutputFactory.newDefaultFactory();

    private SafeXml() {
    }

    private static XMLInputFactory readers() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        factory.setProperty("http://javax.xml.XMLConstants/property/accessExternalDTD", "");
        factory.setXMLReporter((message, type, related, location) -> { }); // else the JDK prints it
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("nothing outside the file is read");
        });
        return factory;
    }

    /**
     * A reader of a whole document.
     *
     * @throws XMLStreamException where the bytes are no text in the encoding they claim
     */
    public static XMLStreamReader reader(byte[] xml) throws XMLStreamException {
        return READERS.createXMLStreamReader(new StringReader(decode(xml)));
    }

    /** By its mark, else as its first line says, else UTF-8. Bytes that are no such text are refused here, quietly. */
    private static String decode(byte[] xml) throws XMLStreamException {
        Charset charset = StandardCharsets.UTF_8;
        int skip = 0;
        if (xml.length > 1 && (xml[0] & 0xFF) == 0xFE && (xml[1] & 0xFF) == 0xFF) {
            charset = StandardCharsets.UTF_16BE;
            skip = 2;
        } else if (xml.length > 1 && (xml[0] & 0xFF) == 0xFF && (xml[1] & 0xFF) == 0xFE) {
            charset = StandardCharsets.UTF_16LE;
            skip = 2;
        } else if (xml.length > 2 && (xml[0] & 0xFF) == 0xEF && (xml[1] & 0xFF) == 0xBB && (xml[2] & 0xFF) == 0xBF) {
            skip = 3;
        } else {
            String start = new String(xml, 0, Math.min(xml.length, DECLARATION), StandardCharsets.ISO_8859_1);
            Matcher declared = ENCODING.matcher(start);
            if (declared.find() && Charset.isSupported(declared.group(1))) {
                charset = Charset.forName(declared.group(1));
            } else if (CLAIM.matcher(start).find()) {
                throw new XMLStreamException("no encoding of that name");
            }
        }
        try {
            return charset.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(xml, skip, xml.length - skip)).toString();
        } catch (CharacterCodingException e) {
            throw new XMLStreamException("not " + charset.name(), e);
        }
    }

    /** A writer in UTF-8. */
    public static XMLStreamWriter writer(OutputStream out) throws XMLStreamException {
        return WRITERS.createXMLStreamWriter(out, "UTF-8");
    }
}
