package dev.godwit.manifest.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.godwit.core.error.GodwitException;
import dev.godwit.core.json.JsonParser;
import dev.godwit.core.json.JsonWriter;
import dev.godwit.manifest.internal.bind.ManifestLoader;
import dev.godwit.manifest.internal.spec.DeclarativeSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Plays every recorded run of real manifests through the engine: same requests, same records, same
/// state, same errors. Runs of components that are not supported yet are counted apart; what is
/// supported must agree.
class ManifestConformanceTest {
  private static final Path FOLDER =
      Path.of(System.getProperty("conformance.dir", "../../shared/conformance"));

  /// Runs that must at least agree; it only ever rises.
  private static final int AGREE_AT_LEAST = 2_464;

  private final Map<String, Tally> tallies = new ConcurrentSkipListMap<>();
  private final List<Map<String, @Nullable Object>> disagreements =
      Collections.synchronizedList(new ArrayList<>());

  private static final class Tally {
    final AtomicInteger all = new AtomicInteger();
    final AtomicInteger agree = new AtomicInteger();
    final AtomicInteger unsupported = new AtomicInteger();
  }

  @Test
  void playsTheRecordingsOfTheReference() throws IOException {
    assumeTrue(Files.isDirectory(FOLDER), "no recordings at " + FOLDER);
    try (Stream<Path> cases = Files.list(FOLDER.resolve("cases"))) {
      cases.sorted().toList().parallelStream().forEach(this::play);
    }
    Files.createDirectories(Path.of("target"));
    Files.write(Path.of("target/conformance-report.json"), JsonWriter.bytes(disagreements));
    int agree = 0;
    for (Map.Entry<String, Tally> entry : new TreeMap<>(tallies).entrySet()) {
      Tally tally = entry.getValue();
      agree += tally.agree.get();
      System.out.printf(
          "conformance %s: %d of %d runs agree, %d use components that are not supported yet%n",
          entry.getKey(), tally.agree.get(), tally.all.get(), tally.unsupported.get());
    }
    assertThat(agree).isGreaterThanOrEqualTo(AGREE_AT_LEAST);
  }

  private void play(Path folder) {
    String connector = folder.getFileName().toString();
    Map<String, @Nullable Object> recorded = read(folder.resolve("case.json"));
    DeclarativeSource manifest = ManifestLoader.load(folder.resolve("manifest.yaml")).value();
    Player player = new Player(manifest, recorded);
    if (Json.object(recorded.get("check")).get("status") != null) {
      run(connector, "check", "", player::check);
    }
    for (Object each : Json.list(recorded.get("reads"))) {
      Map<String, @Nullable Object> read = Json.object(each);
      String kind = Json.text(read.get("kind"));
      run(
          connector,
          kind.split("-", 2)[0],
          kind + " " + read.get("stream"),
          () -> player.read(read));
    }
  }

  private void run(String connector, String kind, String what, Supplier<List<String>> run) {
    Tally tally = tallies.computeIfAbsent(kind, k -> new Tally());
    tally.all.incrementAndGet();
    List<String> problems;
    try {
      problems = run.get();
    } catch (GodwitException e) {
      problems = List.of(e.code() + " " + e.describe());
    }
    if (problems.stream().anyMatch(problem -> problem.contains("not supported yet"))) {
      tally.unsupported.incrementAndGet();
    } else if (problems.isEmpty()) {
      tally.agree.incrementAndGet();
      return;
    }
    Map<String, @Nullable Object> entry = new LinkedHashMap<>();
    entry.put("connector", connector);
    entry.put("run", kind + " " + what);
    entry.put("problems", problems);
    disagreements.add(entry);
  }

  private static Map<String, @Nullable Object> read(Path file) {
    try {
      return Json.object(JsonParser.LENIENT.parse(Files.readAllBytes(file)));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
