package org.goodterms.bankfile;

import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** One element of a camt file with what is in it; namespaces aside, because each version has its own. */
final class Node {
    private static final int DEEPEST = 64;
    private static final int MOST = 200_000;
    private final String name;
    private final @Nullable String currency;
    private final StringBuilder text = new StringBuilder();
    private final List<Node> children = new ArrayList<>();

    private Node(XMLStreamReader reader) {
        name = reader.getLocalName();
        currency = reader.getAttributeValue(null, "Ccy");
    }

    /** Reads the element on which the reader stands, to its end. */
    static Node read(XMLStreamReader reader) throws XMLStreamException {
        Node root = new Node(reader);
        List<Node> open = new ArrayList<>(List.of(root));
        int count = 0;
        while (!open.isEmpty()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    if (open.size() > DEEPEST || ++count > MOST) {
                        throw new Refusal("bankfile.too_deep");
                    }
                    Node child = new Node(reader);
                    open.getLast().children.add(child);
                    open.add(child);
                }
                case XMLStreamConstants.END_ELEMENT -> open.removeLast();
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                    open.getLast().text.append(reader.getText());
                case XMLStreamConstants.ENTITY_REFERENCE -> throw new Refusal("bankfile.entities");
                default -> {
                }
            }
        }
        return root;
    }

    String name() {
        return name;
    }

    @Nullable String currency() {
        return currency;
    }

    String text() {
        return text.toString().strip();
    }

    /** All children of that name. */
    List<Node> all(String child) {
        return children.stream().filter(c -> c.name.equals(child)).toList();
    }

    /** The first element along a path such as {@code BookgDt/Dt}, or null. */
    @Nullable Node at(String path) {
        Node here = this;
        for (String step : path.split("/")) {
            Node next = null;
            for (Node child : here.children) {
                if (child.name.equals(step)) {
                    next = child;
                    break;
                }
            }
            if (next == null) {
                return null;
            }
            here = next;
        }
        return here;
    }

    /** The text at the first of these paths that has one; "" where none has. */
    String text(String... paths) {
        for (String path : paths) {
            Node node = at(path);
            if (node != null && !node.text().isEmpty()) {
                return node.text();
            }
        }
        return "";
    }
}
