package dev.godwit.destinations.internal.ledger;

import dev.godwit.core.schema.FieldType;
import dev.godwit.destinations.internal.table.Column;
import dev.godwit.destinations.internal.table.ValueType;
import dev.godwit.destinations.internal.table.ValueType.ListOf;
import dev.godwit.destinations.internal.table.ValueType.Member;
import dev.godwit.destinations.internal.table.ValueType.Plain;
import dev.godwit.destinations.internal.table.ValueType.Struct;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Columns as JSON. A type is `"BIGINT"`, `{"list": "BIGINT"}`, or `{"struct": [...]}` with its
/// fields.
final class ColumnJson {
  private static final String KEY = "key";
  private static final String NAME = "name";
  private static final String TYPE = "type";
  private static final String LIST = "list";
  private static final String STRUCT = "struct";

  private ColumnJson() {}

  static List<@Nullable Object> write(List<Column> columns) {
    List<@Nullable Object> json = new ArrayList<>();
    columns.forEach(column -> json.add(field(column.key(), column.name(), column.value())));
    return json;
  }

  private static Map<String, @Nullable Object> field(String key, String name, ValueType type) {
    Map<String, @Nullable Object> field = new LinkedHashMap<>();
    field.put(NAME, name);
    if (!key.equals(name)) {
      field.put(KEY, key);
    }
    field.put(TYPE, type(type));
    return field;
  }

  private static Object type(ValueType type) {
    return switch (type) {
      case Plain plain -> plain.type().name();
      case ListOf list -> Map.of(LIST, type(list.element()));
      case Struct struct ->
          Map.of(
              STRUCT,
              struct.members().stream()
                  .map(member -> field(member.key(), member.name(), member.type()))
                  .toList());
    };
  }

  /// @throws IllegalArgumentException where it was not written by {@link #write}
  static List<Column> read(@Nullable Object json) {
    return members(json).stream()
        .map(member -> new Column(member.key(), member.name(), member.type(), member.type()))
        .toList();
  }

  private static List<Member> members(@Nullable Object json) {
    List<Member> members = new ArrayList<>();
    if (json instanceof List<?> fields) {
      for (Object field : fields) {
        if (field instanceof Map<?, ?> map && map.get(NAME) instanceof String name) {
          String key = map.get(KEY) instanceof String other ? other : name;
          members.add(new Member(key, name, readType(map.get(TYPE))));
        }
      }
    }
    return members;
  }

  private static ValueType readType(@Nullable Object json) {
    if (json instanceof Map<?, ?> nested) {
      return nested.containsKey(LIST)
          ? new ListOf(readType(nested.get(LIST)))
          : new Struct(members(nested.get(STRUCT)));
    }
    return new Plain(FieldType.valueOf(String.valueOf(json)));
  }
}
