package dev.mendgate.gateway.source.build;

import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * An element of an XML file that nobody vouches for: a file with a document type is refused, so
 * that it can neither name other files nor grow when it is read.
 */
final class XmlElement {
  private static final int MAX_CHARACTERS = 4 << 20;
  private static final int MAX_DEPTH = 200;

  private final String name;
  private final List<XmlElement> children = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();

  private XmlElement(String name) {
    this.name = name;
  }

  /** Parses a document; empty where it is not well formed, too large or has a document type. */
  static Optional<XmlElement> parse(String document) {
    if (document.length() > MAX_CHARACTERS) {
      return Optional.empty();
    }
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
    try {
      String withoutMark = document.startsWith("\uFEFF") ? document.substring(1) : document;
      return read(factory.createXMLStreamReader(new StringReader(withoutMark)));
    } catch (XMLStreamException e) {
      return Optional.empty();
    }
  }

  private static Optional<XmlElement> read(XMLStreamReader reader) throws XMLStreamException {
    XmlElement document = new XmlElement("");
    Deque<XmlElement> open = new ArrayDeque<>(List.of(document));
    while (reader.hasNext()) {
      switch (reader.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          XmlElement element = new XmlElement(reader.getLocalName());
          open.getFirst().children.add(element);
          open.addFirst(element);
          if (open.size() > MAX_DEPTH) {
            return Optional.empty();
          }
        }
        case XMLStreamConstants.END_ELEMENT -> open.removeFirst();
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
            open.getFirst().text.append(reader.getText());
        case XMLStreamConstants.DTD -> {
          return Optional.empty();
        }
        default -> {}
      }
    }
    return document.children.stream().findFirst();
  }

  String name() {
    return name;
  }

  /** Returns its own text without space around it. */
  String text() {
    return text.toString().strip();
  }

  /** Returns the text of the first child of a name. */
  Optional<String> text(String child) {
    return child(child).map(XmlElement::text);
  }

  Optional<XmlElement> child(String wanted) {
    return children.stream().filter(c -> c.name.equals(wanted)).findFirst();
  }

  List<XmlElement> children(String wanted) {
    return children.stream().filter(c -> c.name.equals(wanted)).toList();
  }

  /** Returns all elements of a name below it, in document order. */
  List<XmlElement> descendants(String wanted) {
    List<XmlElement> found = new ArrayList<>();
    collect(wanted, found);
    return found;
  }

  private void collect(String wanted, List<XmlElement> found) {
    for (XmlElement child : children) {
      if (child.name.equals(wanted)) {
        found.add(child);
      }
      child.collect(wanted, found);
    }
  }
}
