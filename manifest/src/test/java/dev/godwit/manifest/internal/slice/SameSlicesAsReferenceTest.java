package dev.godwit.manifest.internal.slice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.godwit.core.json.JsonParser;
import dev.godwit.core.json.JsonWriter;
import dev.godwit.manifest.internal.Reference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Random cursors are cut into slices as the reference cuts them, where it is installed. A number
/// that is too large for one format makes the reference fail; we go on to the next format.
class SameSlicesAsReferenceTest {
  private static final int CASES = 2_000;

  @Test
  @Timeout(value = 10, unit = TimeUnit.MINUTES)
  void randomCursorsAreCutAsTheReferenceCutsThem(@TempDir Path folder)
      throws IOException, InterruptedException {
    assumeTrue(Reference.isPresent(), "no reference engine: set -Dreference.python");
    RandomCursors generator = new RandomCursors(Long.getLong("seed", 20_240_310));
    List<List<@Nullable Object>> cases = Stream.generate(generator::next).limit(CASES).toList();
    Path file = Files.write(folder.resolve("cases.json"), JsonWriter.bytes(cases));
    List<String> answers = Reference.run("cursors.py", List.of(file.toString())).lines().toList();
    List<String> differences = new ArrayList<>();
    for (int i = 0; i < CASES; i++) {
      List<@Nullable Object> found = CursorPlay.play(cases.get(i));
      Object expected = JsonParser.LENIENT.parse(answers.get(i));
      boolean tooLarge = List.of("error", "OverflowError").equals(expected);
      if (!tooLarge && !CursorPlay.agree(CursorPlay.list(expected), found)) {
        differences.add(
            JsonWriter.text(cases.get(i))
                + "\n  "
                + answers.get(i)
                + "\n  but we say "
                + JsonWriter.text(found));
      }
    }
    assertThat(differences).isEmpty();
  }
}
