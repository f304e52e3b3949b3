package dev.godwit.python;

import static dev.godwit.python.ShopReadings.ODD;
import static dev.godwit.python.ShopReadings.failure;
import static dev.godwit.python.ShopReadings.field;
import static dev.godwit.python.ShopReadings.reading;
import static dev.godwit.python.ShopReadings.three;
import static dev.godwit.python.ShopReadings.transformed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.core.error.ErrorKind;
import dev.godwit.manifest.internal.Api;
import dev.godwit.manifest.internal.Reading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What becomes of a process that does what it should not.
class PythonProcessTest {
  @BeforeAll
  static void python() {
    Pythons.prepare();
  }

  @Test
  void aProcessThatDiesIsAnErrorOfItsStreamAndTheNextCallHasANewOne() {
    try (Api api = three()) {
      assertThat(failure(reading(api).stream(transformed("Deadly"))))
          .satisfies(error -> {
            assertThat(error.code()).isEqualTo("component.died");
            assertThat(error.message()).contains("exit code 7", "components.Deadly");
          });
      assertThat(
              reading(api)
                  .selector("extractor: {type: DpathExtractor, field_path: []}\n" + ODD)
                  .read()
                  .rows())
          .hasSize(2);
    }
  }

  @Test
  void aCallThatNeverEndsIsEnded() {
    try (Api api = three()) {
      PythonSettings hasty = Pythons.settings().withPatience(Duration.ofSeconds(20));
      assertThat(failure(reading(api, hasty).stream(transformed("Endless"))).code())
          .isEqualTo("component.timeout");
    }
  }

  @Test
  void memoryIsBounded() {
    try (Api api = three()) {
      assertThat(failure(reading(api).stream(transformed("Greedy"))).message())
          .contains("MemoryError");
    }
  }

  @Test
  void aComponentReachesNothingByItself() {
    try (Api api = three()) {
      Reading read = reading(api).stream(transformed("Outward")).read();
      boolean open = read.log().stream().anyMatch(line -> line.contains("network"));
      assertThat(read.rows()).allSatisfy(row -> assertThat(field(row, "reached")).isEqualTo(open));
    }
  }

  @Test
  void aComponentReadsAndWritesOnlyWhatItNeeds(@TempDir Path folder) throws IOException {
    Path secret = Files.writeString(folder.resolve("secret"), "s3cret");
    try (Api api = three()) {
      Reading read =
          reading(api).config("secret", secret.toString()).stream(transformed("Nosy")).read();
      boolean open = read.log().stream().anyMatch(line -> line.contains("files"));
      assertThat(read.rows())
          .allSatisfy(row -> {
            assertThat(field(row, "read")).isEqualTo(open);
            assertThat(field(row, "written")).isEqualTo(open);
            assertThat(field(row, "scratch")).isEqualTo(3L);
          });
    }
  }

  @Test
  void nothingIsLeftWhenTheSourceIsClosed() throws IOException {
    try (Api api = three()) {
      Reading read = reading(api).stream(transformed("Where")).read();
      assertThat(read.rows())
          .isNotEmpty()
          .allSatisfy(
              row -> assertThat(Path.of(String.valueOf(field(row, "folder")))).doesNotExist());
    }
  }

  @Test
  void aFileThatCannotBeImportedIsAnErrorOfTheConfiguration() {
    try (Api api = three()) {
      Reading reading =
          reading(api)
              .hosts(new PythonComponents(Path.of("nowhere", "components.py"), Pythons.settings()))
              .stream(transformed("Doubled"));
      assertThat(failure(reading))
          .satisfies(error -> {
            assertThat(error.kind()).isEqualTo(ErrorKind.CONFIG);
            assertThat(error.code()).isEqualTo("component.import");
          });
    }
  }
}
