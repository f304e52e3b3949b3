package dev.godwit.destinations.duckdb;

import dev.godwit.core.Checkpoint.Extent;
import dev.godwit.core.JsonRows;
import dev.godwit.core.catalog.ConfiguredStream;
import dev.godwit.core.catalog.WriteMode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// What tests do in a process of its own. The first argument says what, the second names the
/// database file.
final class OtherProcess {
  static final ConfiguredStream STREAM =
      Loading.items(
          WriteMode.APPEND_DEDUP,
          """
          {"id": {"type": "integer"}, "name": {"type": "string"}, "amount": {"type": "number"},
           "at": {"type": "string", "format": "date-time"}, "tags": {"type": "array"}}\
          """);

  static final int MANY_ROWS = 200_000;

  private OtherProcess() {}

  /// Starts this class in a virtual machine of its own and waits until it says that it is ready.
  static Process start(String task, Path file, String... options) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("--enable-native-access=ALL-UNNAMED");
    command.addAll(List.of(options));
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.addAll(List.of(OtherProcess.class.getName(), task, file.toString()));
    return new ProcessBuilder(command).redirectErrorStream(true).start();
  }

  /// Reads what a process says up to a line, which it must say.
  static void awaitLine(Process process, String line) throws IOException {
    StringBuilder said = new StringBuilder();
    BufferedReader reader = process.inputReader();
    for (String next = reader.readLine(); next != null; next = reader.readLine()) {
      if (next.equals(line)) {
        return;
      }
      said.append(next).append('\n');
    }
    throw new AssertionError("the process never said " + line + " but:\n" + said);
  }

  public static void main(String[] arguments) throws IOException {
    Path file = Path.of(arguments[1]);
    PrintStream out = System.out;
    switch (arguments[0]) {
      case "hold" -> hold(file, out);
      case "die" -> dieHalfway(file);
      case "load" -> out.println(loadMany(file));
      default -> throw new IllegalArgumentException(arguments[0]);
    }
  }

  /// Keeps the file open until its input ends.
  private static void hold(Path file, PrintStream out) throws IOException {
    try (Loading loading = new Loading(file, STREAM)) {
      loading.append(0, "{\"id\":1}");
      out.println("holding");
      if (System.in.read() < 0) {
        loading.writer.abort();
      }
    }
  }

  /// Commits some rows, takes more, and ends without closing anything.
  @SuppressWarnings("MustBeClosed")
  private static void dieHalfway(Path file) {
    Loading loading = new Loading(file, STREAM);
    loading.append(0, "{\"id\":1,\"name\":\"committed\"}");
    loading.commit(Extent.PARTIAL, "first", 0);
    for (int slice = 1; slice < 20; slice++) {
      loading.append(rows(loading, slice, 5_000));
    }
    Runtime.getRuntime().halt(9);
  }

  private static long loadMany(Path file) {
    long arrived = 0;
    try (Loading loading = new Loading(file, STREAM)) {
      int rows = 1_000;
      for (int slice = 0; slice < MANY_ROWS / rows; slice++) {
        loading.append(rows(loading, slice, rows));
        if (slice % 50 == 49) {
          arrived += loading.commit(Extent.PARTIAL, "slice " + slice, numbers(slice - 49, slice));
        }
      }
      arrived += loading.commit(Extent.COMPLETE, "end");
    }
    return arrived;
  }

  private static long[] numbers(int first, int last) {
    return java.util.stream.LongStream.rangeClosed(first, last).toArray();
  }

  private static JsonRows rows(Loading loading, int slice, int count) {
    List<String> rows = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      int id = slice * count + i;
      rows.add(
          """
          {"id":%d,"name":"Customer number %d of many","amount":%d.25,"at":"2024-01-31T10:%02d:00Z","tags":["a","b%d"]}\
          """
              .formatted(id, id, id, i % 60, id));
    }
    return Objects.requireNonNull(Loading.batch(loading.slice(slice), rows));
  }
}
