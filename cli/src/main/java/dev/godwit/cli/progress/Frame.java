package dev.godwit.cli.progress;

import dev.godwit.cli.terminal.Amounts;
import dev.godwit.cli.terminal.Cells;
import dev.godwit.cli.terminal.Channel;
import dev.godwit.cli.terminal.Style;
import dev.godwit.core.Traffic;
import java.util.ArrayList;
import java.util.List;

/// The lines that show a sync at one moment.
final class Frame {
  /// More streams than that are only counted: they would push everything else off the screen.
  private static final int MOST_STREAMS = 12;

  private static final int WIDEST_NAME = 32;

  private Frame() {}

  /// One line a stream that is being read, then the totals.
  static List<String> lines(SyncProgress progress, Channel channel) {
    List<StreamProgress> active = progress.active();
    List<StreamProgress> shown = active.stream().limit(MOST_STREAMS).toList();
    int name =
        Math.min(
            WIDEST_NAME,
            shown.stream().mapToInt(stream -> Cells.width(stream.stream())).max().orElse(0));
    List<String> lines = new ArrayList<>();
    for (StreamProgress stream : shown) {
      lines.add(stream(stream, name, channel));
    }
    if (active.size() > shown.size()) {
      lines.add("  and %d more".formatted(active.size() - shown.size()));
    }
    lines.add(totals(progress, channel));
    return lines;
  }

  private static String stream(StreamProgress stream, int nameWidth, Channel channel) {
    Style style = channel.style();
    String name = Cells.clip(Cells.harmless(stream.stream()), nameWidth, style);
    String padded = name + " ".repeat(Math.max(0, nameWidth - Cells.width(name)));
    String text =
        "  %s  %-7s %12s %16s %8s  %8s%s"
            .formatted(
                padded,
                stream.phase().word(),
                Amounts.count(stream.rows(), "row"),
                Amounts.count(stream.traffic().requests(), "request"),
                Amounts.bytes(stream.traffic().bytes()),
                Amounts.time(stream.elapsed()),
                remark(stream, style));
    return Cells.clip(text, channel.width() - 1, style);
  }

  private static String remark(StreamProgress stream, Style style) {
    if (stream.error() != null) {
      return style.separator() + "a slice failed: " + Cells.harmless(stream.error().message());
    }
    Traffic traffic = stream.traffic();
    return traffic.retries() == 0
        ? ""
        : style.separator() + Amounts.count(traffic.retries()) + " sent again";
  }

  /// What the engine said last; such news say at their end what happens next.
  static String remark(String text, Channel channel) {
    Style style = channel.style();
    int room = Math.max(1, channel.width() - 3);
    return style.dim("  " + Cells.clipStart(Cells.harmless(text), room, style));
  }

  /// Also the line that plain displays print.
  static String totals(SyncProgress progress, Channel channel) {
    Style style = channel.style();
    Traffic traffic = progress.traffic();
    String text =
        String.join(
            style.separator(),
            "%d of %s done"
                .formatted(progress.over(), Amounts.count(progress.streams().size(), "stream")),
            Amounts.count(progress.rows(), "row"),
            Amounts.count(traffic.requests(), "request"),
            Amounts.bytes(traffic.bytes()),
            Amounts.time(progress.elapsed()));
    return style.bold(Cells.clip("  " + text, channel.width() - 1, style));
  }
}
