package dev.godwit.manifest.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.godwit.core.error.GodwitException;
import dev.godwit.core.json.JsonParser;
import dev.godwit.core.json.JsonWriter;
import dev.godwit.manifest.conformance.CompatibilityPage.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Plays every recorded run of real manifests and of the small ones for single components through
/// the engine: same descriptions, requests, records, state, errors and waits. Runs of components
/// that are not supported yet are counted apart; what is supported must agree.
///
/// Where these are the recordings that the page on compatibility is about, each difference must be
/// explained and the page must be up to date. To write it anew, run this test with
/// `-Dreference.write=true`.
class ManifestConformanceTest {
  private static final Path FOLDER =
      Path.of(System.getProperty("conformance.dir", "../../shared/conformance"));

  private static final Explanations EXPLANATIONS = Explanations.read();

  private static final Path PAGE = Path.of("..", "docs", "reference", "compatibility.md");

  /// Which share of the runs must at least agree, by folder, whatever the recordings are.
  private static final Map<String, Double> AGREE_AT_LEAST = Map.of("cases", 0.995, "features", 1.0);

  private final Map<Run, Tally> tallies =
      new ConcurrentSkipListMap<>(Comparator.comparing(Run::toString));
  private final Map<String, Integer> manifests = new ConcurrentHashMap<>();
  private final List<Map<String, @Nullable Object>> disagreements =
      Collections.synchronizedList(new ArrayList<>());

  /// Runs of one kind in one folder of the recordings.
  private record Run(String part, String kind) {
    @Override
    public String toString() {
      return part.equals("cases") ? kind : part + " " + kind;
    }
  }

  private static final class Tally {
    final AtomicInteger all = new AtomicInteger();
    final AtomicInteger agree = new AtomicInteger();
    final AtomicInteger unsupported = new AtomicInteger();
  }

  /// Thousands of runs take longer than the usual limit on a machine that is busy.
  @Test
  @Timeout(value = 10, unit = TimeUnit.MINUTES)
  void playsTheRecordingsOfTheReference() throws IOException {
    assumeTrue(Files.isDirectory(FOLDER), "no recordings at " + FOLDER);
    for (String part : AGREE_AT_LEAST.keySet()) {
      manifests(part).parallelStream().forEach(folder -> play(part, folder));
    }
    Files.createDirectories(Path.of("target"));
    Files.write(Path.of("target/conformance-report.json"), JsonWriter.bytes(disagreements));
    tallies.forEach((run, tally) ->
        System.out.printf(
            "conformance %s: %d of %d runs agree, %d use components that are not supported yet%n",
            run, tally.agree.get(), tally.all.get(), tally.unsupported.get()));
    AGREE_AT_LEAST.forEach(this::assertAgreement);
    if (count(results(), Result::runs) == EXPLANATIONS.runs()) {
      assertThat(EXPLANATIONS.missing(disagreements)).as("not explained").isEmpty();
      assertThat(EXPLANATIONS.stale(disagreements)).as("explained, but agree").isEmpty();
      comparePage(new CompatibilityPage(results(), disagreements, EXPLANATIONS).write());
    }
  }

  private static List<Path> manifests(String part) throws IOException {
    Path folder = FOLDER.resolve(part);
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> cases = Files.list(folder).filter(Files::isDirectory)) {
      return cases.sorted().toList();
    }
  }

  private void assertAgreement(String part, double least) {
    List<Result> here = results().stream().filter(each -> each.folder().equals(part)).toList();
    assertThat((double) count(here, Result::agree))
        .as(part)
        .isGreaterThanOrEqualTo(least * count(here, Result::runs));
  }

  private static int count(List<Result> results, ToIntFunction<Result> which) {
    return results.stream().mapToInt(which).sum();
  }

  private List<Result> results() {
    return tallies.entrySet().stream()
        .map(entry ->
            new Result(
                entry.getKey().part(),
                entry.getKey().kind(),
                manifests.getOrDefault(entry.getKey().part(), 0),
                entry.getValue().all.get(),
                entry.getValue().agree.get()))
        .toList();
  }

  private static void comparePage(String expected) throws IOException {
    if (Boolean.getBoolean("reference.write")) {
      Files.writeString(PAGE, expected);
    }
    assertThat(PAGE)
        .as("the page is stale; write it with -Dreference.write=true")
        .content()
        .isEqualTo(expected);
  }

  private void play(String part, Path folder) {
    String connector = folder.getFileName().toString();
    manifests.merge(part, 1, Integer::sum);
    Map<String, @Nullable Object> recorded = read(folder.resolve("case.json"));
    Player player = new Player(folder.resolve("manifest.yaml"), recorded);
    run(connector, new Run(part, "spec"), "spec", player::spec);
    if (Json.object(recorded.get("check")).get("status") != null) {
      run(connector, new Run(part, "check"), "check", player::check);
    }
    run(connector, new Run(part, "discover"), "discover", player::discover);
    for (Object each : Json.list(recorded.get("reads"))) {
      Map<String, @Nullable Object> read = Json.object(each);
      String kind = Json.text(read.get("kind"));
      run(
          connector,
          new Run(part, kind.split("-", 2)[0]),
          kind + " " + read.get("stream"),
          () -> player.read(read));
    }
  }

  private void run(String connector, Run run, String what, Supplier<List<String>> play) {
    Tally tally = tallies.computeIfAbsent(run, k -> new Tally());
    tally.all.incrementAndGet();
    List<String> problems;
    try {
      problems = play.get();
    } catch (GodwitException e) {
      problems = List.of(e.code() + " " + e.describe());
    }
    if (problems.stream().anyMatch(problem -> problem.contains("not supported yet"))) {
      tally.unsupported.incrementAndGet();
    } else if (problems.isEmpty()) {
      problems =
          EXPLANATIONS
              .sometimes()
              .getOrDefault(new Explanations.Key(run.part(), connector, what), List.of());
      if (problems.isEmpty()) {
        tally.agree.incrementAndGet();
        return;
      }
    }
    Map<String, @Nullable Object> entry = new LinkedHashMap<>();
    entry.put("folder", run.part());
    entry.put("connector", connector);
    entry.put("run", what);
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
