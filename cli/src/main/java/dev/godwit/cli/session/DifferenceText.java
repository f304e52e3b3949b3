package dev.godwit.cli.session;

import dev.godwit.cli.terminal.Cells;
import dev.godwit.cli.terminal.Channel;
import dev.godwit.cli.terminal.Style;
import dev.godwit.session.compare.Difference;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Differences for people: `-` was recorded, `+` is new, `~` has changed.
public record DifferenceText(Channel out) {
  public void print(List<Difference> differences) {
    Style style = out.style();
    for (Difference difference : differences) {
      String stream = difference.stream().isEmpty() ? "catalogue" : difference.stream();
      out.line("  " + style.bold(stream) + ": " + difference.summary());
      difference.details().forEach(line -> out.line("    " + painted(Cells.harmless(line), style)));
    }
  }

  private static String painted(String line, Style style) {
    return switch (line.charAt(0)) {
      case '-' -> style.red(line);
      case '+' -> style.green(line);
      case '~' -> style.yellow(line);
      default -> style.dim(line);
    };
  }

  static List<Map<String, Object>> json(List<Difference> differences) {
    return differences.stream()
        .map(difference -> {
          Map<String, Object> fields = new LinkedHashMap<>();
          fields.put("kind", difference.kind().name().toLowerCase(Locale.ROOT));
          fields.put("stream", difference.stream());
          fields.put("summary", difference.summary());
          fields.put("details", difference.details());
          return fields;
        })
        .toList();
  }
}
