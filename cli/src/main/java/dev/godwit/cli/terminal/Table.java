package dev.godwit.cli.terminal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Rows in columns, with a header and a rule below it. Not thread-safe.
public final class Table {
  private static final String GAP = "  ";

  /// Columns are not squeezed below this width.
  private static final int NARROWEST = 8;

  private final List<Column> columns;
  private final List<List<String>> rows = new ArrayList<>();
  private boolean total;

  /// A header, and to which side the cells below it lean.
  public record Column(String header, Side side) {
    public static Column text(String header) {
      return new Column(header, Side.LEFT);
    }

    public static Column number(String header) {
      return new Column(header, Side.RIGHT);
    }
  }

  /// Where a cell begins.
  public enum Side {
    LEFT,
    RIGHT
  }

  public Table(List<Column> columns) {
    this.columns = List.copyOf(columns);
  }

  /// Adds a row of as many cells as there are columns.
  public void row(List<String> cells) {
    if (cells.size() != columns.size()) {
      throw new IllegalArgumentException(cells.size() + " cells in " + columns.size() + " columns");
    }
    rows.add(cells.stream().map(Cells::harmless).toList());
  }

  /// Adds a last row below a rule.
  public void total(List<String> cells) {
    row(cells);
    total = true;
  }

  /// Lines without line breaks, none wider than the channel.
  public List<String> lines(Channel channel) {
    int[] widths = widths(channel.width());
    Style style = channel.style();
    List<String> lines = new ArrayList<>();
    lines.add(style.bold(line(headers(), widths, channel)));
    lines.add(rule(widths, channel));
    for (int i = 0; i < rows.size(); i++) {
      if (total && i == rows.size() - 1) {
        lines.add(rule(widths, channel));
      }
      lines.add(line(rows.get(i), widths, channel));
    }
    return lines;
  }

  public void print(Channel channel) {
    lines(channel).forEach(channel::line);
  }

  private List<String> headers() {
    return columns.stream().map(column -> Cells.harmless(column.header())).toList();
  }

  private static String rule(int[] widths, Channel channel) {
    Style style = channel.style();
    String rule =
        Arrays.stream(widths)
            .mapToObj(width -> style.rule().repeat(width))
            .collect(Collectors.joining(GAP));
    return style.dim(Cells.clip(rule, channel.width(), style));
  }

  private String line(List<String> cells, int[] widths, Channel channel) {
    Style style = channel.style();
    String line =
        IntStream.range(0, cells.size())
            .mapToObj(i -> cell(Cells.clip(cells.get(i), widths[i], style), i, widths[i]))
            .collect(Collectors.joining(GAP))
            .stripTrailing();
    return Cells.clip(line, channel.width(), style);
  }

  private String cell(String text, int column, int width) {
    return switch (columns.get(column).side()) {
      case LEFT -> Cells.pad(text, width);
      case RIGHT -> Cells.padLeft(text, width);
    };
  }

  /// As wide as the widest cell; where that is too much, the widest columns give way.
  private int[] widths(int available) {
    int[] widths = headers().stream().mapToInt(Cells::width).toArray();
    for (List<String> row : rows) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], Cells.width(row.get(i)));
      }
    }
    int room = available - GAP.length() * (widths.length - 1);
    while (Arrays.stream(widths).sum() > room) {
      int widest = widest(widths);
      if (widths[widest] <= NARROWEST) {
        break;
      }
      widths[widest]--;
    }
    return widths;
  }

  private static int widest(int[] widths) {
    int widest = 0;
    for (int i = 1; i < widths.length; i++) {
      if (widths[i] > widths[widest]) {
        widest = i;
      }
    }
    return widest;
  }
}
