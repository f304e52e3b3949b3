package dev.godwit.cli.report;

import dev.godwit.StreamScan;
import dev.godwit.cli.terminal.Amounts;
import dev.godwit.cli.terminal.Channel;
import dev.godwit.cli.terminal.Table;
import dev.godwit.cli.terminal.Table.Column;
import dev.godwit.cli.terminal.Terminal;
import dev.godwit.core.error.GodwitException;
import dev.godwit.core.json.JsonWriter;
import dev.godwit.mapping.pii.Finding;
import dev.godwit.mapping.pii.PiiClass;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Personal data that was found, and rules that would hide it.
public final class ScanReport {
  private final List<StreamScan> scans;

  public ScanReport(List<StreamScan> scans) {
    this.scans = List.copyOf(scans);
  }

  /// A table, then a piece of a connection file.
  public void print(Terminal terminal) {
    Channel out = terminal.out();
    if (any()) {
      table().print(out);
      out.line("");
      connection().lines().forEach(out::line);
    }
    for (StreamScan scan : scans) {
      GodwitException error = scan.error();
      if (error != null) {
        terminal.err().line(error.describe());
      }
    }
    terminal.err().line(terminal.err().style().dim(summary()));
  }

  private boolean any() {
    return scans.stream().anyMatch(scan -> !scan.findings().isEmpty());
  }

  private String summary() {
    long rows = scans.stream().mapToLong(StreamScan::rows).sum();
    long findings = scans.stream().mapToLong(scan -> scan.findings().size()).sum();
    return "%s of %s looked at, %s with personal data"
        .formatted(
            Amounts.count(rows, "row"),
            Amounts.count(scans.size(), "stream"),
            Amounts.count(findings, "field"));
  }

  private Table table() {
    Table table =
        new Table(
            List.of(
                Column.text("stream"),
                Column.text("field"),
                Column.text("looks like"),
                Column.number("matches"),
                Column.number("of"),
                Column.text("confidence"),
                Column.text("proposal")));
    for (StreamScan scan : scans) {
      for (Finding finding : scan.findings()) {
        table.row(
            List.of(
                scan.stream().name().toString(),
                finding.field().toString(),
                words(finding),
                Long.toString(finding.matches()),
                Long.toString(finding.values()),
                finding.level(),
                scan.proposal(finding).rule()));
      }
    }
    return table;
  }

  private static String words(Finding finding) {
    return finding.inText().isEmpty()
        ? finding.label()
        : "text with "
            + finding.inText().stream().map(PiiClass::words).collect(Collectors.joining(", "));
  }

  /// The rules as they stand in a connection file.
  String connection() {
    StringBuilder yaml = new StringBuilder("streams:\n");
    for (StreamScan scan : scans) {
      if (!scan.findings().isEmpty()) {
        yaml.append("  %s:\n    mappings:\n".formatted(key(scan.stream().name().toString())));
        for (Finding finding : scan.findings()) {
          yaml.append(
              "      - %s  # %s\n".formatted(scan.proposal(finding).yaml(), words(finding)));
        }
      }
    }
    return yaml.toString();
  }

  private static String key(String name) {
    return name.matches("[A-Za-z_][A-Za-z0-9_-]*") ? name : JsonWriter.text(name);
  }

  /// One object a stream, with its findings and the rules that are proposed.
  public static List<Map<String, @Nullable Object>> json(List<StreamScan> scans) {
    return scans.stream().map(ScanReport::json).toList();
  }

  private static Map<String, @Nullable Object> json(StreamScan scan) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("stream", scan.stream().name().toString());
    json.put("rows", scan.rows());
    json.put("findings", scan.findings().stream().map(finding -> json(scan, finding)).toList());
    if (scan.error() != null) {
      json.put("error", ErrorJson.of(scan.error()));
    }
    return json;
  }

  private static Map<String, @Nullable Object> json(StreamScan scan, Finding finding) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("field", finding.field().toString());
    json.put("class", finding.pii().code());
    json.put("label", finding.label());
    json.put("values", finding.values());
    json.put("matches", finding.matches());
    json.put("confidence", finding.confidence());
    if (!finding.inText().isEmpty()) {
      json.put("in_text", finding.inText().stream().map(PiiClass::code).toList());
    }
    json.put("proposal", scan.proposal(finding).json());
    return json;
  }
}
