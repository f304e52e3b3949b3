package dev.godwit.manifest.internal.bind;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Random damage to a manifest.
final class Mutation {
  private static final List<String> VALUES =
      List.of(
          "5",
          "-1",
          "1e400",
          "text",
          "[]",
          "{}",
          "[1, [2]]",
          "{type: HttpRequester}",
          "~",
          "yes",
          "'#/definitions'",
          "'#/streams/0'",
          "{$ref: '#/definitions/requester'}",
          "2024-01-02",
          "*a",
          "{type: [x]}",
          "{type: 7}",
          "{class_name: 3}",
          "{$parameters: 3}",
          "!!int x",
          "\"",
          "99999999999999999999");

  private Mutation() {}

  /// The text with one to three lines deleted, doubled, renamed, moved, swapped or given another
  /// value, or the text cut short.
  static String mutate(String text, Random random) {
    if (random.nextInt(8) == 0) {
      return text.substring(0, random.nextInt(text.length()));
    }
    List<String> lines = new ArrayList<>(text.lines().toList());
    for (int damage = random.nextInt(3); damage >= 0 && !lines.isEmpty(); damage--) {
      damage(lines, random.nextInt(lines.size()), random);
    }
    return String.join("\n", lines);
  }

  private static void damage(List<String> lines, int at, Random random) {
    String line = lines.get(at);
    int colon = line.indexOf(": ");
    switch (random.nextInt(8)) {
      case 0 -> lines.remove(at);
      case 1 -> lines.add(at, line);
      case 2 -> lines.set(at, line.replaceFirst("([a-z_]{3,})", "$1x"));
      case 3 -> lines.set(at, " ".repeat(random.nextInt(4)) + line);
      case 4 -> Collections.swap(lines, at, random.nextInt(lines.size()));
      case 5 -> swapValues(lines, at, random.nextInt(lines.size()));
      default -> {
        String value = VALUES.get(random.nextInt(VALUES.size()));
        String comma = line.endsWith(",") ? "," : "";
        lines.set(at, colon < 0 ? line + value : line.substring(0, colon + 2) + value + comma);
      }
    }
  }

  private static void swapValues(List<String> lines, int one, int other) {
    String first = lines.get(one);
    String second = lines.get(other);
    int end = first.indexOf(": ");
    int otherEnd = second.indexOf(": ");
    if (end >= 0 && otherEnd >= 0) {
      lines.set(one, first.substring(0, end) + second.substring(otherEnd));
      lines.set(other, second.substring(0, otherEnd) + first.substring(end));
    }
  }

  /// A JSON text with one value per line.
  static String json(@Nullable Object value) {
    return switch (value) {
      case Map<?, ?> map ->
          map.entrySet().stream()
              .map(entry -> json(entry.getKey()) + ": " + json(entry.getValue()))
              .collect(Collectors.joining(",\n", "{\n", "\n}"));
      case List<?> list ->
          list.stream().map(Mutation::json).collect(Collectors.joining(",\n", "[\n", "\n]"));
      case String text -> quoted(text);
      case null -> "null";
      default -> value.toString();
    };
  }

  private static String quoted(String text) {
    StringBuilder json = new StringBuilder("\"");
    text.chars()
        .forEach(character -> {
          if (character == '"' || character == '\\') {
            json.append('\\').append((char) character);
          } else if (character < ' ' || character > '~') {
            json.append("\\u%04x".formatted(character));
          } else {
            json.append((char) character);
          }
        });
    return json.append('"').toString();
  }
}
