package dev.godwit.manifest.internal.bind;

import dev.godwit.manifest.internal.document.Nearest;
import dev.godwit.manifest.internal.document.Node;
import dev.godwit.manifest.internal.document.Node.ListNode;
import dev.godwit.manifest.internal.document.Node.ObjectNode;
import dev.godwit.manifest.internal.document.Node.ScalarNode;
import dev.godwit.manifest.internal.spec.FromList;
import dev.godwit.manifest.internal.spec.FromText;
import dev.godwit.manifest.internal.spec.Untyped;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The components of one family. An object says by its `type` which one it is; some families also
/// have members that are written as a text or as a list.
final class FamilyCodec implements Codec {
  private final Class<?> family;
  private final Map<String, Codec> byType = new TreeMap<>();
  private @Nullable Codec fromText;
  private @Nullable Codec fromList;

  FamilyCodec(Class<?> family, Codecs codecs) {
    this.family = family;
    for (Class<?> member : SpecTypes.members(family)) {
      add(member, codecs.ofClass(member));
    }
  }

  private void add(Class<?> member, Codec codec) {
    if (member.isEnum() || member.isAnnotationPresent(FromText.class)) {
      fromText = codec;
    }
    if (member.isAnnotationPresent(FromList.class)) {
      fromList = codec;
    } else if (member.isRecord() && !member.isAnnotationPresent(Untyped.class)) {
      byType.put(SpecTypes.name(member), codec);
    }
  }

  @Override
  public String expected() {
    String text = fromText == null ? "" : fromText.expected() + ", or ";
    String list = fromList == null ? "" : ", or a list of such";
    return text + "an object whose type is " + Misfits.oneOf(byType.keySet()) + list;
  }

  @Override
  public boolean isAbsent(Node node) {
    return Codec.super.isAbsent(node)
        || (fromList != null && node instanceof ListNode list && list.elements().isEmpty());
  }

  @Override
  public @Nullable Object decode(Node node, String path, Binding binding) {
    return switch (node) {
      case ObjectNode object -> member(object, path).decode(object, path, binding);
      case ScalarNode scalar when fromText != null -> fromText.decode(scalar, path, binding);
      case ListNode list when fromList != null -> fromList.decode(list, path, binding);
      case ScalarNode _, ListNode _ -> throw Misfits.wrongType(node, path, expected());
    };
  }

  /// Where the fields leave no choice, the type that they mean.
  private String typeHint(ObjectNode object) {
    List<String> candidates =
        byType.entrySet().stream()
            .filter(member -> member.getValue() instanceof RecordCodec codec && codec.fits(object))
            .map(Map.Entry::getKey)
            .toList();
    return candidates.size() == 1
        ? Nearest.question("type: " + candidates.getFirst())
        : "Write a type: " + Misfits.oneOf(byType.keySet()) + ".";
  }

  private Codec member(ObjectNode object, String path) {
    Node type = object.field("type");
    if (type == null) {
      throw Misfits.missingField(object.mark(), path, "a " + SpecTypes.familyName(family), "type")
          .hint(typeHint(object));
    }
    if (!(type instanceof ScalarNode scalar && scalar.value() instanceof String name)) {
      throw Misfits.wrongType(type, path + ".type", Misfits.oneOf(byType.keySet()));
    }
    Codec codec = byType.get(name);
    if (codec == null) {
      throw Misfits.unknownType(type, path, name, byType.keySet());
    }
    return codec;
  }
}
