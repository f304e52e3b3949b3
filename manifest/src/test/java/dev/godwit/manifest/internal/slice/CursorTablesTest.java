package dev.godwit.manifest.internal.slice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.core.json.JsonWriter;
import dev.godwit.manifest.internal.Recorded;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Slices and states of cursors, compared with the reference's: dates, dates clamped to calendar
/// units, counts.
class CursorTablesTest {
  @ParameterizedTest
  @ValueSource(strings = {"slices", "clamped", "counted"})
  void slicesAndStatesAreTheReferences(String table) throws InterruptedException {
    List<String> differences = new ArrayList<>();
    for (List<@Nullable Object> row :
        Recorded.table(CursorTablesTest.class, "slices.json", table)) {
      List<@Nullable Object> found = CursorPlay.play(row);
      if (!CursorPlay.agree(CursorPlay.list(row.getLast()), found)) {
        differences.add(JsonWriter.text(row) + "\n  but we say " + JsonWriter.text(found));
      }
    }
    assertThat(differences).isEmpty();
  }
}
