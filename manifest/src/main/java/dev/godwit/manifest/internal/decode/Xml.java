package dev.godwit.manifest.internal.decode;

import dev.godwit.core.json.JsonWriter;
import dev.godwit.core.log.Log;
import dev.godwit.manifest.internal.http.Response;
import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/// An XML document as one object, {@link XmlTree} tells how. A document that is not well-formed
/// counts as an empty object, as in the reference. Nothing outside of the document is ever loaded,
/// and what its own entities stand for is left out of its text.
record Xml(Log log) implements Decoder {
  private static final XMLInputFactory READERS = readers();

  private static XMLInputFactory readers() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setXMLResolver(
        (publicId, systemId, base, name) -> new ByteArrayInputStream(new byte[0]));
    return factory;
  }

  @Override
  public Bodies open(Response response) {
    return Bodies.of(new Body(JsonWriter.bytes(parsed(ResponseText.of(response)))));
  }

  private Map<String, @Nullable Object> parsed(String text) {
    String document = text.startsWith("\uFEFF") ? text.substring(1) : text;
    try {
      return parse(READERS.createXMLStreamReader(new StringReader(document)));
    } catch (XMLStreamException e) {
      log.warn("An answer that is no well-formed XML is left out.");
      return Map.of();
    }
  }

  private static Map<String, @Nullable Object> parse(XMLStreamReader reader)
      throws XMLStreamException {
    XmlTree tree = new XmlTree();
    boolean declares = false;
    while (reader.hasNext()) {
      switch (reader.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          tree.open();
          for (int i = 0; i < reader.getAttributeCount(); i++) {
            tree.attribute(attribute(reader, i), reader.getAttributeValue(i));
          }
        }
        case XMLStreamConstants.END_ELEMENT -> tree.close(reader.getLocalName());
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
            tree.text(reader.getText());
        case XMLStreamConstants.DTD -> declares = true;
        case XMLStreamConstants.ENTITY_REFERENCE -> {
          if (!declares) {
            throw new XMLStreamException("an entity that is not declared", reader.getLocation());
          }
        }
        default -> {}
      }
    }
    return tree.root();
  }

  private static String attribute(XMLStreamReader reader, int index) {
    String prefix = reader.getAttributePrefix(index);
    String name = reader.getAttributeLocalName(index);
    return prefix == null || prefix.isEmpty() ? name : prefix + ":" + name;
  }

  @Override
  public boolean streams() {
    return false;
  }
}
