package dev.godwit.mapping.rule;

import dev.godwit.core.error.GodwitException;
import dev.godwit.mapping.rule.FieldPath.Step;
import java.util.ArrayList;
import java.util.List;

/// Reads one path.
final class PathReader {
  private final String text;
  private final List<Step> steps = new ArrayList<>();
  private int at;

  PathReader(String text) {
    this.text = text;
  }

  FieldPath whole() {
    key();
    while (at < text.length()) {
      if (text.startsWith("[]", at)) {
        steps.add(new Step.Each());
        at += 2;
      } else if (text.charAt(at) == '.') {
        at++;
        key();
      } else {
        throw wrong("expected '.' or '[]'");
      }
    }
    return new FieldPath(steps);
  }

  private void key() {
    String name = at < text.length() && text.charAt(at) == '"' ? quoted() : plain();
    steps.add(new Step.Key(name));
  }

  private String plain() {
    int start = at;
    while (at < text.length() && ".[]\"".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    String name = text.substring(start, at);
    if (name.isBlank()) {
      throw wrong("expected the name of a field");
    }
    return name;
  }

  private String quoted() {
    StringBuilder name = new StringBuilder();
    for (at++; at < text.length(); at++) {
      if (text.charAt(at) != '"') {
        name.append(text.charAt(at));
      } else if (text.startsWith("\"\"", at)) {
        name.append('"');
        at++;
      } else {
        at++;
        return name.toString();
      }
    }
    throw wrong("the quote has no end");
  }

  private GodwitException wrong(String problem) {
    return GodwitException.config(
            "mapping.bad-path",
            "'%s' is no path of a field: %s at character %d."
                .formatted(text, problem, Math.min(at, text.length()) + 1))
        .hint("Write address.street, items[].mail, or \"first.name\" for a name with a dot.");
  }
}
