package dev.godwit.testkit;

import dev.godwit.core.Destination;
import dev.godwit.core.catalog.WriteMode;
import dev.godwit.core.sync.Refresh;
import dev.godwit.core.sync.SyncReport;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A process whose sync is not meant to end: {@link #start} starts it, whoever started it kills it,
/// or it dies by itself at a step of a commit.
final class CrashedSync {
  /// What the process says when it begins to sync.
  static final String BEGINS = "begins";

  private CrashedSync() {}

  /// Where a process dies by itself.
  ///
  /// @param step one of {@link TestedDestination#commitSteps}
  /// @param occurrence from 1
  record Step(String step, int occurrence) {}

  /// Starts a process that syncs {@link CrashStream}'s second reading.
  ///
  /// @param steps where it dies; empty for a process that others kill
  static Process start(
      Class<? extends TestedDestination> type, Path folder, CrashMode mode, List<Step> steps)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(
        List.of(
            CrashedSync.class.getName(),
            type.getName(),
            folder.toString(),
            mode.mode().name(),
            mode.refresh().name()));
    steps.forEach(step -> command.addAll(List.of(step.step(), "" + step.occurrence())));
    return new ProcessBuilder(command).redirectErrorStream(true).start();
  }

  /// A destination over a folder, in this process.
  static TestedDestination create(Class<? extends TestedDestination> type, Path folder) {
    try {
      Constructor<? extends TestedDestination> constructor =
          type.getDeclaredConstructor(Path.class);
      constructor.setAccessible(true);
      return constructor.newInstance(folder);
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException(type + " needs a constructor that takes a Path", e);
    }
  }

  public static void main(String[] arguments) throws IOException, ClassNotFoundException {
    TestedDestination tested =
        create(
            Class.forName(arguments[0]).asSubclass(TestedDestination.class), Path.of(arguments[1]));
    CrashMode mode = new CrashMode(WriteMode.valueOf(arguments[2]), Refresh.valueOf(arguments[3]));
    try (FileOutputStream out = new FileOutputStream(FileDescriptor.out);
        Destination destination =
            arguments.length == 4
                ? tested.open()
                : tested.openToDie(arguments[4], Integer.parseInt(arguments[5]))) {
      out.write((BEGINS + "\n").getBytes(StandardCharsets.UTF_8));
      SyncReport report =
          Syncing.run(CrashStream.source(2, mode), destination, mode.mode(), mode.refresh());
      if (!report.succeeded()) {
        throw new IllegalStateException(report.toString());
      }
    }
  }
}
