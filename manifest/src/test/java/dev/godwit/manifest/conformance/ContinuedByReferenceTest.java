package dev.godwit.manifest.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.godwit.core.StreamState;
import dev.godwit.core.json.JsonParser;
import dev.godwit.core.json.JsonWriter;
import dev.godwit.manifest.internal.Reference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The reference, where it is installed, goes on from our states and asks for what we ask for. The
/// other direction, our going on from its states, is in the recordings.
class ContinuedByReferenceTest {
  private static final Path FOLDER =
      Path.of(System.getProperty("conformance.dir", "../../shared/conformance"));

  /// One published manifest of so many is tried, and all small ones.
  private static final int ONE_IN = Integer.getInteger("continue.one-in", 8);

  /// A run that goes on from a state of ours, and what we ask for in it.
  private record Continuation(
      String what, Map<String, @Nullable Object> run, List<String> requests) {}

  @Test
  @Timeout(value = 10, unit = TimeUnit.MINUTES)
  void theReferenceGoesOnFromOurStates(@TempDir Path folder) throws IOException {
    assumeTrue(Files.isDirectory(FOLDER), "no recordings at " + FOLDER);
    assumeTrue(Reference.isPresent(), "no reference engine: set -Dreference.python");
    List<Continuation> continuations = new ArrayList<>();
    addAll(continuations, "features", 1);
    addAll(continuations, "cases", ONE_IN);
    Path runs =
        Files.write(
            folder.resolve("runs.json"),
            JsonWriter.bytes(continuations.stream().map(Continuation::run).toList()));
    List<String> answers = Reference.run("continue.py", List.of(runs.toString())).lines().toList();

    Map<String, List<List<String>>> differences = new TreeMap<>();
    for (int i = 0; i < continuations.size(); i++) {
      List<String> asked = keys(JsonParser.LENIENT.parse(answers.get(i)));
      List<String> ours = continuations.get(i).requests().stream().sorted().toList();
      if (!asked.equals(ours)) {
        differences.put(continuations.get(i).what(), List.of(asked, ours));
      }
    }
    System.out.printf("the reference went on from %d states%n", continuations.size());
    assertThat(differences).isEmpty();
  }

  private static List<String> keys(@Nullable Object requests) {
    List<String> keys = new ArrayList<>();
    for (Object each : Json.list(requests)) {
      List<? extends @Nullable Object> request = Json.list(each);
      Object body = request.get(2);
      Map<String, @Nullable Object> type =
          body != null && !body.toString().startsWith("{")
              ? Map.of("Content-Type", "application/x-www-form-urlencoded")
              : Map.of();
      keys.add(
          RequestKey.of(
              Json.text(request.get(0)),
              Json.text(request.get(1)),
              body == null ? null : body.toString(),
              type));
    }
    return keys.stream().sorted().toList();
  }

  private static void addAll(List<Continuation> continuations, String part, int oneIn)
      throws IOException {
    List<Path> folders;
    try (Stream<Path> all = Files.list(FOLDER.resolve(part)).filter(Files::isDirectory)) {
      folders = all.sorted().toList();
    }
    for (int i = 0; i < folders.size(); i += oneIn) {
      Path folder = folders.get(i);
      Map<String, @Nullable Object> recorded =
          Json.object(JsonParser.LENIENT.parse(Files.readAllBytes(folder.resolve("case.json"))));
      Player player = new Player(folder.resolve("manifest.yaml"), recorded);
      for (Object each : Json.list(recorded.get("reads"))) {
        Map<String, @Nullable Object> read = Json.object(each);
        if (read.get("kind").equals("resumed")) {
          add(continuations, folder, recorded, player, read);
        }
      }
    }
  }

  private static void add(
      List<Continuation> continuations,
      Path folder,
      Map<String, @Nullable Object> recorded,
      Player player,
      Map<String, @Nullable Object> resumed) {
    Object stream = resumed.get("stream");
    Map<String, @Nullable Object> first =
        Json.list(recorded.get("reads")).stream()
            .<Map<String, @Nullable Object>>map(Json::object)
            .filter(read -> "first".equals(read.get("kind")) && stream.equals(read.get("stream")))
            .findFirst()
            .orElseThrow();
    StreamState state = player.stateAfter(first);
    if (state == null) {
      return;
    }
    Map<String, @Nullable Object> run = new LinkedHashMap<>();
    run.put("manifest", folder.resolve("manifest.yaml").toAbsolutePath().toString());
    run.put("config", player.config(resumed));
    run.put("catalog", catalog(recorded, resumed));
    run.put("state", List.of(message(state)));
    run.put("exchanges", resumed.get("exchanges"));
    run.put("now", recorded.get("now"));
    continuations.add(
        new Continuation(
            folder.getFileName() + " " + stream, run, player.requestsFrom(state, resumed)));
  }

  private static Map<String, @Nullable Object> catalog(
      Map<String, @Nullable Object> recorded, Map<String, @Nullable Object> read) {
    Map<String, @Nullable Object> stream =
        Json.list(recorded.get("catalog")).stream()
            .<Map<String, @Nullable Object>>map(Json::object)
            .filter(offered -> read.get("stream").equals(offered.get("name")))
            .findFirst()
            .orElseThrow();
    Map<String, @Nullable Object> configured = new LinkedHashMap<>();
    configured.put("stream", stream);
    configured.put("sync_mode", read.get("sync_mode"));
    configured.put("destination_sync_mode", "append");
    configured.put("cursor_field", stream.get("default_cursor_field"));
    return Map.of("streams", List.of(configured));
  }

  private static Map<String, @Nullable Object> message(StreamState state) {
    return Map.of(
        "type",
        "STREAM",
        "stream",
        Map.of(
            "stream_descriptor",
            Map.of("name", state.stream().name()),
            "stream_state",
            state.value()));
  }
}
