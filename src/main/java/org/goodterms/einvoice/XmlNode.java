package org.goodterms.einvoice;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Problem;
import org.goodterms.xml.SafeXml;

/** An element of a document that was read within limits; asked by paths of local names. */
final class XmlNode {
    static final int MAX_BYTES = 30 * 1024 * 1024;
    private static final int MAX_DEPTH = 60;
    private static final int MAX_NODES = 500_000;

    private final String name;
    private final String namespace;
    private final Map<String, String> attributes = new HashMap<>();
    private final List<XmlNode> children = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();

    private XmlNode(String name, String namespace) {
        this.name = name;
        this.namespace = namespace;
    }

    /** Reads a document; refused: too large, too deep, a document type, not well-formed. */
    static Outcome<XmlNode> parse(byte[] xml) {
        if (xml.length > MAX_BYTES) {
            return Outcome.refused(Problem.of("einvoice.too_large", MAX_BYTES / (1024 * 1024)));
        }
        try {
            return read(SafeXml.reader(xml));
        } catch (XMLStreamException e) {
            return Outcome.refused(Problem.of("einvoice.not_well_formed", e.getLocation() == null ? 0
                    : Math.max(0, e.getLocation().getLineNumber())));
        }
    }

    private static Outcome<XmlNode> read(XMLStreamReader reader) throws XMLStreamException {
        Deque<XmlNode> open = new ArrayDeque<>();
        XmlNode root = null;
        int nodes = 0;
        while (reader.hasNext()) {
            int event = reader.next();
            if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
                return Outcome.refused(Problem.of("einvoice.document_type"));
            } else if (event == XMLStreamConstants.START_ELEMENT) {
                if (open.size() >= MAX_DEPTH || ++nodes > MAX_NODES) {
                    return Outcome.refused(Problem.of("einvoice.too_deep", MAX_DEPTH));
                }
                String space = reader.getNamespaceURI();
                XmlNode node = new XmlNode(reader.getLocalName(), space == null ? "" : space);
                for (int i = 0; i < reader.getAttributeCount(); i++) {
                    node.attributes.put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
                }
                if (open.peek() != null) {
                    open.peek().children.add(node);
                }
                root = root == null ? node : root;
                open.push(node);
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                open.pop();
            } else if ((event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) && !open.isEmpty()) {
                open.peek().text.append(reader.getText());
            }
        }
        return root == null ? Outcome.refused(Problem.of("einvoice.not_well_formed", 0)) : Outcome.ok(root);
    }

    String name() {
        return name;
    }

    String namespace() {
        return namespace;
    }

    Optional<String> attribute(String local) {
        return Optional.ofNullable(attributes.get(local));
    }

    /** The text directly in the element, without spaces around; empty for none. */
    Optional<String> text() {
        String content = text.toString().strip();
        return content.isEmpty() ? Optional.empty() : Optional.of(content);
    }

    /** All elements at the path ({@code A/B/C}, local names) below this one. */
    Stream<XmlNode> all(String path) {
        int slash = path.indexOf('/');
        String first = slash < 0 ? path : path.substring(0, slash);
        Stream<XmlNode> found = children.stream().filter(child -> child.name.equals(first));
        return slash < 0 ? found : found.flatMap(child -> child.all(path.substring(slash + 1)));
    }

    Optional<XmlNode> first(String path) {
        return all(path).findFirst();
    }

    /** The text of the first element at the path that has one. */
    Optional<String> text(String path) {
        return all(path).flatMap(node -> node.text().stream()).findFirst();
    }

    boolean has(String path) {
        return first(path).isPresent();
    }
}
