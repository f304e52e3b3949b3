package dev.godwit.manifest.internal.bind;

import dev.godwit.manifest.internal.document.Node;
import dev.godwit.manifest.internal.document.Node.ScalarNode;
import dev.godwit.manifest.internal.spec.WireValue;
import java.util.LinkedHashMap;
import java.util.Map;

/// Constants, by the text that manifests write for them.
final class EnumCodec implements Codec {
  private final Map<String, Object> constants = new LinkedHashMap<>();

  EnumCodec(Class<?> type) {
    for (Object constant : type.getEnumConstants()) {
      constants.put(((WireValue) constant).wire(), constant);
    }
  }

  @Override
  public String expected() {
    return Misfits.oneOf(constants.keySet());
  }

  @Override
  public Object decode(Node node, String path, Binding binding) {
    if (!(node instanceof ScalarNode scalar && scalar.value() instanceof String text)) {
      throw Misfits.wrongType(node, path, expected());
    }
    Object constant = constants.get(text);
    if (constant == null) {
      throw Misfits.unknownValue(node, path, text, constants.keySet());
    }
    return constant;
  }
}
