package dev.godwit.testkit;

import dev.godwit.core.catalog.WriteMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Some runs of one stream, and what the table and the state have to be after the last one.
///
/// @param mode how rows are written
/// @param runs one after the other
/// @param rows those that a reader sees in the end, as `1a`: id and name
/// @param state what the destination has to remember: `2.1` after one slice of the second reading,
///   `none` where there is nothing to remember
record WriteModeCase(
    String title, WriteMode mode, List<Run> runs, List<String> rows, String state) {

  /// How a run ends.
  enum Ending {
    /// All slices are read.
    WELL,
    /// The last slice fails after its rows.
    FAILED,
    /// The run is cancelled in the last slice, once all others are committed.
    CANCELLED
  }

  /// One run.
  ///
  /// @param reading its number among the readings of the stream; a run after one that did not end
  ///   well goes on with the same
  /// @param slices the rows of each slice
  record Run(long reading, List<List<String>> slices, Ending ending, boolean stateful) {}

  /// What happens, in which runs, and what is there afterwards in each mode: rows, and after `@`
  /// the state. Runs are parted by `;`, slices by `/`. A run that ends in `!` fails in its last
  /// slice, one that ends in `?` is cancelled there. Slices of a run that ends in `~` keep no
  /// state. A minus marks rows that are deleted, or versions that are no longer the newest.
  private static final String TABLE =
      """
      | | append | overwrite | append-dedup | overwrite-dedup
      first run                | 1a 2b                 | 1a 2b @1.1       | 1a 2b @1.1 | 1a 2b @1.1    | 1a 2b @1.1
      several slices           | 1a / 2b / 3c          | 1a 2b 3c @1.3    | 1a 2b 3c @1.3 | 1a 2b 3c @1.3 | 1a 2b 3c @1.3
      same rows again          | 1a 2b ; 1a 2b         | 1a 1a 2b 2b @2.1 | 1a 2b @2.1 | 1a 2b @2.1    | 1a 2b @2.1
      changed rows             | 1a 2b ; 2c 3d         | 1a 2b 2c 3d @2.1 | 2c 3d @2.1 | 1a 2c 3d @2.1 | 2c 3d @2.1
      fewer rows               | 1a 2b 3c ; 2b         | 1a 2b 2b 3c @2.1 | 2b @2.1    | 1a 2b 3c @2.1 | 2b @2.1
      a key twice in a slice   | 1a 2b 1c              | 1a 1c 2b @1.1    | 1a 1c 2b @1.1 | 1c 2b @1.1 | 1c 2b @1.1
      a key in two slices      | 1a 2b / 1c            | 1a 1c 2b @1.2    | 1a 1c 2b @1.2 | 1c 2b @1.2 | 1c 2b @1.2
      no slice at all          | -                     | @1.0             | @1.0       | @1.0          | @1.0
      nothing new              | 1a 2b ; -             | 1a 2b @2.0       | @2.0       | 1a 2b @2.0    | @2.0
      without a state          | 1a 2b ~ ; 2c ~        | 1a 2b 2c @none   | 2c @none   | 1a 2c @none   | 2c @none
      the state goes           | 1a 2b ; 2c ~          | 1a 2b 2c @1.1    | 2c @none   | 1a 2c @1.1    | 2c @none
      the state comes          | 1a 2b ~ ; 2c          | 1a 2b 2c @2.1    | 2c @2.1    | 1a 2c @2.1    | 2c @2.1
      the first run fails      | 1a / 2b !             | 1a @1.1          | @none      | 1a @1.1       | @none
      nothing but a failure    | 1a ; 2b !             | 1a @2.0          | 1a @1.1    | 1a @2.0       | 1a @1.1
      a later run fails        | 1a 2b ; 2c / 3d !     | 1a 2b 2c @2.1    | 1a 2b @1.1 | 1a 2c @2.1    | 1a 2b @1.1
      a failed run is repeated | 1a 2b ; 2c / 3d ! ; 2c / 3d | 1a 2b 2c 3d @2.2 | 2c 3d @2.2 | 1a 2c 3d @2.2 | 2c 3d @2.2
      twice failed             | 1a ; 2b / 3c / 4d ! ; 2b / 3c / 4d ! ; 2b / 3c / 4d | 1a 2b 3c 4d @2.3 | 2b 3c 4d @2.3 | 1a 2b 3c 4d @2.3 | 2b 3c 4d @2.3
      the first run cancelled  | 1a / 2b ?             | 1a @1.1          | @none      | 1a @1.1       | @none
      a later run cancelled    | 1a 2b ; 2c / 3d ?     | 1a 2b 2c @2.1    | 1a 2b @1.1 | 1a 2c @2.1    | 1a 2b @1.1
      a cancelled run repeated | 1a 2b ; 2c / 3d ? ; 2c / 3d | 1a 2b 2c 3d @2.2 | 2c 3d @2.2 | 1a 2c 3d @2.2 | 2c 3d @2.2
      a refresh gives up, then fewer rows | 1a 2b ; 2c / 3d ! ; 2c / 4e | 1a 2b 2c 4e @2.2 | 2c 4e @2.2 | 1a 2c 4e @2.2 | 2c 4e @2.2
      """;

  /// As {@link #TABLE}. Where a mode only changes rows, the first run adds them with
  /// `append-dedup`.
  private static final String CHANGING =
      """
      | | update | soft-delete | history
      first run                | 1a 2b                     | 1a 2b @1.1    | 1a 2b @1.1      | 1a 2b @1.1
      same rows again          | 1a 2b ; 1a 2b             | 1a 2b @2.1    | 1a- 2b- @2.1    | 1a 2b @2.1
      changed rows             | 1a 2b ; 2c 3d             | 1a 2c @2.1    | 1a 2b- @2.1     | 1a 2b- 2c 3d @2.1
      changed twice            | 1a ; 1b ; 1c              | 1c @3.1       | 1a- @3.1        | 1a- 1b- 1c @3.1
      changed back             | 1a ; 1b ; 1a              | 1a @3.1       | 1a- @3.1        | 1a- 1b- 1a @3.1
      fewer rows               | 1a 2b 3c ; 2b             | 1a 2b 3c @2.1 | 1a 2b- 3c @2.1  | 1a 2b 3c @2.1
      a key twice in a slice   | 1a ; 1b 1c                | 1c @2.1       | 1a- @2.1        | 1a- 1c @2.1
      a key in two slices      | 1a ; 1b / 1c              | 1c @2.2       | 1a- @2.2        | 1a- 1b- 1c @2.2
      nothing new              | 1a 2b ; -                 | 1a 2b @2.0    | 1a 2b @2.0      | 1a 2b @2.0
      a later run fails        | 1a 2b ; 2c / 1d !         | 1a 2c @2.1    | 1a 2b- @2.1     | 1a 2b- 2c @2.1
      a failed run is repeated | 1a 2b ; 2c / 1d ! ; 2c / 1d | 1d 2c @2.2  | 1a- 2b- @2.2    | 1a- 1d 2b- 2c @2.2
      a later run cancelled    | 1a 2b ; 2c / 1d ?         | 1a 2c @2.1    | 1a 2b- @2.1     | 1a 2b- 2c @2.1
      """;

  static List<WriteModeCase> all() {
    List<WriteModeCase> cases = new ArrayList<>();
    for (String table : List.of(TABLE, CHANGING)) {
      List<List<String>> lines = table.lines().map(line -> parts(line, "\\|")).toList();
      for (List<String> cells : lines.subList(1, lines.size())) {
        for (int i = 2; i < cells.size(); i++) {
          String mode = lines.getFirst().get(i).toUpperCase(Locale.ROOT).replace('-', '_');
          List<String> outcome = parts(cells.get(i), "@");
          cases.add(
              new WriteModeCase(
                  cells.get(0),
                  WriteMode.valueOf(mode),
                  runs(cells.get(1)),
                  words(outcome.get(0)),
                  outcome.get(1)));
        }
      }
    }
    return cases;
  }

  private static List<Run> runs(String text) {
    List<Run> runs = new ArrayList<>();
    long reading = 1;
    for (String run : parts(text, ";")) {
      Ending ending =
          run.endsWith("!") ? Ending.FAILED : run.endsWith("?") ? Ending.CANCELLED : Ending.WELL;
      String slices = run.replaceAll("[!?~-]", "").strip();
      List<List<String>> rows =
          run.equals("-")
              ? List.of()
              : parts(slices, "/").stream().map(WriteModeCase::words).toList();
      runs.add(new Run(reading, rows, ending, !run.endsWith("~")));
      reading += ending == Ending.WELL ? 1 : 0;
    }
    return runs;
  }

  private static List<String> parts(String text, String separator) {
    List<String> parts = new ArrayList<>();
    for (String part : text.split(separator, -1)) {
      parts.add(part.strip());
    }
    return parts;
  }

  private static List<String> words(String text) {
    return text.isBlank() ? List.of() : List.of(text.strip().split(" +"));
  }
}
