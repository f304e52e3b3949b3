package dev.godwit.destinations.internal.duckline;

import dev.godwit.core.schema.FieldType;
import dev.godwit.destinations.internal.sql.Quoting;
import dev.godwit.destinations.internal.table.ValueType;
import dev.godwit.destinations.internal.table.ValueType.ListOf;
import dev.godwit.destinations.internal.table.ValueType.Member;
import dev.godwit.destinations.internal.table.ValueType.Plain;
import dev.godwit.destinations.internal.table.ValueType.Struct;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Types with parts as DuckDB writes them: `STRUCT(id BIGINT, "a b" VARCHAR[])`. For one text.
public final class TypeText {
  private static final String STRUCT = "STRUCT(";
  private static final String LIST = "[]";

  private final String text;
  private int at;

  private TypeText(String text) {
    this.text = text;
  }

  public static String of(ValueType type) {
    return switch (type) {
      case Plain plain -> DuckDbTypes.name(plain.type());
      case ListOf list -> of(list.element()) + LIST;
      case Struct struct ->
          struct.members().stream()
              .map(member -> Quoting.name(member.name()) + " " + of(member.type()))
              .collect(Collectors.joining(", ", STRUCT, ")"));
    };
  }

  /// The type that a text names; null when tables of ours never have it.
  public static @Nullable ValueType parse(String text) {
    TypeText reader = new TypeText(text);
    ValueType type = reader.type();
    return reader.at == text.length() ? type : null;
  }

  private @Nullable ValueType type() {
    ValueType type = text.startsWith(STRUCT, at) ? struct() : plain();
    while (type != null && text.startsWith(LIST, at)) {
      at += LIST.length();
      type = new ListOf(type);
    }
    return type;
  }

  private @Nullable ValueType struct() {
    at += STRUCT.length();
    List<Member> members = new ArrayList<>();
    while (true) {
      String name = name();
      at++;
      ValueType type = type();
      if (type == null || at >= text.length()) {
        return null;
      }
      members.add(new Member(name, name, type));
      if (text.charAt(at++) == ')') {
        return new Struct(members);
      }
      at++;
    }
  }

  /// With quotes where it needs some.
  private String name() {
    if (at >= text.length() || text.charAt(at) != '"') {
      int end = text.indexOf(' ', at);
      String name = text.substring(at, end < 0 ? text.length() : end);
      at += name.length();
      return name;
    }
    StringBuilder name = new StringBuilder();
    for (at++; at < text.length(); at++) {
      if (text.charAt(at) != '"') {
        name.append(text.charAt(at));
      } else if (text.startsWith("\"\"", at)) {
        name.append('"');
        at++;
      } else {
        at++;
        break;
      }
    }
    return name.toString();
  }

  private @Nullable ValueType plain() {
    int end = at;
    for (int depth = 0; end < text.length(); end++) {
      char c = text.charAt(end);
      if (depth == 0 && (c == ',' || c == ')' || c == '[')) {
        break;
      }
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
    }
    FieldType type = DuckDbTypes.of(text.substring(at, end));
    at = end;
    return type == null ? null : new Plain(type);
  }
}
