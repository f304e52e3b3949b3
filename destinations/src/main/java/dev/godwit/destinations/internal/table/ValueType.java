package dev.godwit.destinations.internal.table;

import dev.godwit.core.schema.FieldType;
import dev.godwit.core.schema.SchemaTypes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What a column holds, down to its last field.
public sealed interface ValueType {
  /// A value without parts, or JSON.
  record Plain(FieldType type) implements ValueType {
    /// JSON of any form.
    public static final ValueType JSON = new Plain(FieldType.JSON);
  }

  /// An object with these fields.
  record Struct(List<Member> members) implements ValueType {
    public Struct {
      members = List.copyOf(members);
    }
  }

  /// An array of values of one type.
  record ListOf(ValueType element) implements ValueType {}

  /// A field of an object.
  ///
  /// @param key in rows
  /// @param name in the column
  record Member(String key, String name, ValueType type) {}

  default boolean isNested() {
    return !(this instanceof Plain);
  }

  /// Whether values hold JSON somewhere, whose text nobody has looked at.
  default boolean hasJson() {
    return switch (this) {
      case Plain plain -> plain.equals(Plain.JSON);
      case Struct struct -> struct.members().stream().anyMatch(member -> member.type().hasJson());
      case ListOf list -> list.element().hasJson();
    };
  }

  /// The type as JSON Schema declares it, so that a column made from that is of this type again.
  default Map<String, @Nullable Object> schema() {
    Map<String, @Nullable Object> schema = new LinkedHashMap<>();
    switch (this) {
      case Plain plain -> schema.putAll(SchemaTypes.property(plain.type()));
      case Struct struct -> {
        Map<String, @Nullable Object> properties = new LinkedHashMap<>();
        struct.members().forEach(member -> properties.put(member.key(), member.type().schema()));
        schema.put("type", "object");
        schema.put("properties", properties);
      }
      case ListOf list -> {
        schema.put("type", "array");
        schema.put("items", list.element().schema());
      }
    }
    return schema;
  }

  /// The narrowest type that holds every value of both, with the fields of both; JSON where they
  /// have nothing in common.
  ///
  /// @param present the type that a column has already
  default ValueType joinedTo(ValueType present) {
    if (this instanceof Struct wanted && present instanceof Struct there) {
      return joined(wanted, there);
    }
    if (this instanceof ListOf(ValueType wanted) && present instanceof ListOf(ValueType there)) {
      return new ListOf(wanted.joinedTo(there));
    }
    return this instanceof Plain(FieldType wanted) && present instanceof Plain(FieldType there)
        ? joined(wanted, there)
        : Plain.JSON;
  }

  /// Large integers have no exact double, and nobody looks whether there are some.
  private static ValueType joined(FieldType wanted, FieldType there) {
    FieldType both = wanted.join(there);
    return both == FieldType.DOUBLE && wanted != there ? Plain.JSON : new Plain(both);
  }

  private static Struct joined(Struct wanted, Struct there) {
    Map<String, Member> present =
        there.members().stream()
            .collect(Collectors.toMap(member -> folded(member.name()), member -> member));
    Map<String, String> names =
        ColumnNames.of(
            wanted.members().stream().map(Member::key).toList(),
            List.of(),
            UnaryOperator.identity(),
            there.members().stream().map(Member::name).toList());
    List<Member> added = new ArrayList<>();
    for (Member member : wanted.members()) {
      String name = names.getOrDefault(member.key(), member.name());
      Member old = present.get(folded(name));
      if (old == null) {
        added.add(new Member(member.key(), name, member.type()));
      } else {
        present.put(
            folded(name), new Member(member.key(), name, member.type().joinedTo(old.type())));
      }
    }
    List<Member> all = new ArrayList<>();
    there.members().forEach(member -> all.add(present.getOrDefault(folded(member.name()), member)));
    all.addAll(added);
    return new Struct(all);
  }

  private static String folded(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
