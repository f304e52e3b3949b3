package dev.godwit.manifest.internal.config;

import dev.harrel.jsonschema.JsonNode;
import dev.harrel.jsonschema.JsonNodeFactory;
import dev.harrel.jsonschema.SimpleType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A plain value as the schema validator wants to see it, so that nothing is converted.
public record PlainNode(@Nullable Object value, String pointer) implements JsonNode {
  public static final JsonNodeFactory FACTORY =
      new JsonNodeFactory() {
        @Override
        public JsonNode wrap(@Nullable Object node) {
          return node instanceof JsonNode already ? already : new PlainNode(node, "");
        }

        @Override
        public JsonNode create(String json) {
          return new PlainNode(dev.godwit.core.json.JsonParser.STRICT.parse(json), "");
        }
      };

  @Override
  public String getJsonPointer() {
    return pointer;
  }

  @Override
  public SimpleType getNodeType() {
    return switch (value) {
      case null -> SimpleType.NULL;
      case Boolean _ -> SimpleType.BOOLEAN;
      case String _ -> SimpleType.STRING;
      case Map<?, ?> _ -> SimpleType.OBJECT;
      case List<?> _ -> SimpleType.ARRAY;
      case Long _ -> SimpleType.INTEGER;
      case BigInteger _ -> SimpleType.INTEGER;
      case Double number when number == Math.rint(number) && !Double.isInfinite(number) ->
          SimpleType.INTEGER;
      case Double _ -> SimpleType.NUMBER;
      // Dates and the like come from YAML only; they stand for the text that they were.
      default -> SimpleType.STRING;
    };
  }

  @Override
  public boolean asBoolean() {
    return Boolean.TRUE.equals(value);
  }

  @Override
  public String asString() {
    return String.valueOf(value);
  }

  @Override
  public BigInteger asInteger() {
    return asNumber().toBigInteger();
  }

  @Override
  public BigDecimal asNumber() {
    return new BigDecimal(String.valueOf(value));
  }

  @Override
  public List<JsonNode> asArray() {
    List<JsonNode> items = new ArrayList<>();
    if (value instanceof List<?> list) {
      list.forEach(item -> items.add(new PlainNode(item, pointer + "/" + items.size())));
    }
    return items;
  }

  @Override
  public Map<String, JsonNode> asObject() {
    Map<String, JsonNode> fields = new LinkedHashMap<>();
    if (value instanceof Map<?, ?> map) {
      map.forEach((key, field) -> {
        String name = String.valueOf(key);
        fields.put(name, new PlainNode(field, pointer + "/" + JsonNode.encodeJsonPointer(name)));
      });
    }
    return fields;
  }
}
