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
        "  %s  %-7s %12s %9s %15s %8s"
            .formatted(
                padded,
                stream.phase().word(),
                Amounts.count(stream.rows(), "row"),
                rate(stream.rate()),
                Amounts.count(stream.traffic().requests(), "request"),
                Amounts.bytes(stream.traffic().wireBytes()));
    List<String> remarks = remarks(stream);
    String separator = style.separator();
    String remarked = remarks.isEmpty() ? text : text + separator + String.join(separator, remarks);
    return Cells.clip(remarked, channel.width() - 1, style);
  }

  /// What matters most comes first: narrow terminals cut off the end.
  private static List<String> remarks(StreamProgress stream) {
    List<String> remarks = new ArrayList<>();
    if (stream.error() != null) {
      remarks.add("a slice failed: " + Cells.harmless(stream.error().message()));
    }
    if (stream.pause() != null) {
      remarks.add(EventText.waits(stream.pause()));
    }
    if (stream.checkpointAge() != null) {
      remarks.add("saved " + Amounts.time(stream.checkpointAge()) + " ago");
    }
    remarks.addAll(patience(stream.traffic()));
    return remarks;
  }

  private static List<String> patience(Traffic traffic) {
    List<String> patience = new ArrayList<>();
    if (traffic.retries() > 0) {
      patience.add(Amounts.count(traffic.retries()) + " sent again");
    }
    if (traffic.waited().isPositive()) {
      patience.add("waited " + Amounts.time(traffic.waited()));
    }
    return patience;
  }

  private static String rate(long perSecond) {
    return Amounts.count(perSecond) + "/s";
  }

  /// What the engine said last; such news say at their end what happens next.
  static String remark(String text, Channel channel) {
    Style style = channel.style();
    int room = Math.max(1, channel.width() - 3);
    return style.dim("  " + Cells.clipStart(Cells.harmless(text), room, style));
  }

  private static String totals(SyncProgress progress, Channel channel) {
    Style style = channel.style();
    Traffic traffic = progress.traffic();
    List<String> parts = new ArrayList<>();
    parts.add(
        "%d of %s done"
            .formatted(progress.over(), Amounts.count(progress.streams().size(), "stream")));
    parts.add(Amounts.count(progress.rows(), "row"));
    parts.add(rate(progress.rate()));
    parts.add(Amounts.count(traffic.requests(), "request"));
    parts.add(Amounts.bytes(traffic.wireBytes()));
    parts.add(Amounts.time(progress.elapsed()));
    parts.addAll(patience(traffic));
    String text = String.join(style.separator(), parts);
    return style.bold(Cells.clip("  " + text, channel.width() - 1, style));
  }
}
