package dev.godwit.cli.report;

import dev.godwit.cli.terminal.Amounts;
import dev.godwit.cli.terminal.Cells;
import dev.godwit.cli.terminal.Channel;
import dev.godwit.cli.terminal.Table;
import dev.godwit.cli.terminal.Table.Column;
import dev.godwit.core.Comparison;
import dev.godwit.core.Comparison.Range;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// How sources and destinations differ, for people and for programs.
public final class ComparisonReport {
  private ComparisonReport() {}

  /// A table of the streams, and a line for each stretch of keys in which something differs.
  public static void print(List<Comparison> comparisons, Channel channel) {
    Table table =
        new Table(
            List.of(
                Column.text("stream"),
                Column.number("source"),
                Column.number("destination"),
                Column.number("missing"),
                Column.number("extra"),
                Column.number("different"),
                Column.text("result")));
    for (Comparison comparison : comparisons) {
      table.row(
          List.of(
              Cells.harmless(comparison.stream().toString()),
              Amounts.count(comparison.sourceRows()),
              Amounts.count(comparison.destinationRows()),
              Amounts.count(comparison.missing()),
              Amounts.count(comparison.extra()),
              Amounts.count(comparison.different()),
              comparison.agrees() ? "equal" : "differs"));
    }
    table.print(channel);
    for (Comparison comparison : comparisons) {
      comparison.ranges().forEach(range -> channel.line(line(comparison, range)));
    }
  }

  private static String line(Comparison comparison, Range range) {
    return "%s, keys %s to %s: %,d missing, %,d extra, %,d different"
        .formatted(
            Cells.harmless(comparison.stream().toString()),
            Cells.harmless(range.from()),
            Cells.harmless(range.to()),
            range.missing(),
            range.extra(),
            range.different());
  }

  /// The same as plain values.
  public static List<Map<String, Object>> json(List<Comparison> comparisons) {
    return comparisons.stream().map(ComparisonReport::json).toList();
  }

  private static Map<String, Object> json(Comparison comparison) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("stream", comparison.stream().toString());
    json.put("equal", comparison.agrees());
    json.put("source_rows", comparison.sourceRows());
    json.put("destination_rows", comparison.destinationRows());
    json.put("missing", comparison.missing());
    json.put("extra", comparison.extra());
    json.put("different", comparison.different());
    json.put("ranges", comparison.ranges().stream().map(ComparisonReport::json).toList());
    return json;
  }

  private static Map<String, Object> json(Range range) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("from", range.from());
    json.put("to", range.to());
    json.put("source_rows", range.sourceRows());
    json.put("destination_rows", range.destinationRows());
    json.put("missing", range.missing());
    json.put("extra", range.extra());
    json.put("different", range.different());
    return json;
  }
}
