package dev.godwit.cli.report;

import dev.godwit.cli.terminal.Amounts;
import dev.godwit.cli.terminal.Cells;
import dev.godwit.cli.terminal.Channel;
import dev.godwit.cli.terminal.Table;
import dev.godwit.cli.terminal.Table.Column;
import dev.godwit.core.Traffic;
import dev.godwit.core.error.GodwitException;
import dev.godwit.core.sync.StreamReport;
import dev.godwit.core.sync.SyncReport;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What became of a sync, for people.
public final class SyncTable {
  private SyncTable() {}

  /// A table of the streams, a sentence about each with its warnings, what was waited for, and what
  /// is guaranteed.
  public static void print(SyncReport report, Channel channel) {
    table(report).print(channel);
    channel.line("");
    for (StreamReport stream : report.streams()) {
      String name = Cells.harmless(stream.plan().name().toString());
      channel.line(channel.style().bold(name) + ": " + StreamSummary.of(stream));
      for (String warning : stream.warnings()) {
        channel.line("  " + channel.style().yellow("warning:") + " " + Cells.harmless(warning));
      }
    }
    Traffic traffic = traffic(report);
    if (traffic.retries() > 0 || traffic.waited().isPositive()) {
      channel.line(patience(traffic));
    }
    channel.line(Guarantee.of(report.plan().delivery()));
  }

  private static Table table(SyncReport report) {
    Table table =
        new Table(
            List.of(
                Column.text("stream"),
                Column.number("rows"),
                Column.number("requests"),
                Column.number("received"),
                Column.number("unpacked"),
                Column.number("seconds"),
                Column.text("written"),
                Column.text("result")));
    for (StreamReport stream : report.streams()) {
      table.row(
          List.of(
              stream.plan().name().toString(),
              Amounts.count(stream.rowsCommitted()),
              Amounts.count(stream.traffic().requests()),
              Amounts.bytes(stream.traffic().wireBytes()),
              Amounts.bytes(stream.traffic().bytes()),
              Amounts.seconds(stream.duration()),
              stream.plan().stream().writeMode().wireName(),
              outcome(stream)));
    }
    if (report.streams().size() > 1) {
      Traffic traffic = traffic(report);
      table.total(
          List.of(
              "total",
              Amounts.count(report.rowsCommitted()),
              Amounts.count(traffic.requests()),
              Amounts.bytes(traffic.wireBytes()),
              Amounts.bytes(traffic.bytes()),
              Amounts.seconds(report.duration()),
              "",
              ""));
    }
    return table;
  }

  /// Of all streams together.
  static Traffic traffic(SyncReport report) {
    return report.streams().stream().map(StreamReport::traffic).reduce(Traffic.NONE, Traffic::plus);
  }

  private static String patience(Traffic traffic) {
    if (traffic.retries() == 0) {
      return "Requests waited %s for declared limits, in parallel."
          .formatted(Amounts.time(traffic.waited()));
    }
    String again =
        Amounts.count(traffic.retries(), "request") + " sent again after errors or limits";
    return traffic.waited().isPositive()
        ? again + ", after " + Amounts.time(traffic.waited()) + " of waiting in parallel."
        : again + ".";
  }

  /// Each failed stream with its first error; a cancellation is told once.
  public static void printFailures(SyncReport report, Channel channel) {
    GodwitException cancelled = null;
    for (StreamReport stream : report.streams()) {
      GodwitException error = stream.error();
      if (isCancelled(stream)) {
        cancelled = error;
      } else if (error != null) {
        String more = stream.failures() > 1 ? " (and " + (stream.failures() - 1) + " more)" : "";
        String text = "%s: %s%s [%s]".formatted(error.place(), error.message(), more, error.code());
        print(text, error.hint(), channel);
      }
    }
    if (cancelled != null) {
      print(cancelled.message(), cancelled.hint(), channel);
    }
  }

  private static void print(String problem, @Nullable String hint, Channel channel) {
    channel.line(channel.style().failed() + " " + problem);
    if (hint != null) {
      channel.line("  " + hint);
    }
  }

  private static String outcome(StreamReport stream) {
    if (stream.succeeded()) {
      return "done";
    }
    return isCancelled(stream) ? "cancelled" : "failed";
  }

  private static boolean isCancelled(StreamReport stream) {
    return stream.error() != null && stream.error().code().equals("sync.cancelled");
  }
}
