package dev.godwit.destinations.files;

import dev.godwit.core.PastRun;
import dev.godwit.core.RunEntry;
import dev.godwit.core.catalog.StreamName;
import dev.godwit.core.json.JsonBuffer;
import dev.godwit.core.json.JsonParser;
import dev.godwit.core.json.JsonWriter;
import dev.godwit.destinations.internal.stored.RunFields;
import dev.godwit.storage.Storage;
import dev.godwit.storage.StoredObject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The history of runs: one small file a run, with a line of JSON a stream. The last ones are read
/// once, since a plan asks for every stream. Safe for use by several threads.
final class RunFiles {
  private static final String FOLDER = "_godwit/runs/";
  private static final int LOOKED_AT = 20;

  /// Names are in the order of time.
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmssSSS'Z'");

  private final Storage storage;
  private @Nullable List<Map<?, ?>> last;

  RunFiles(Storage storage) {
    this.storage = storage;
  }

  /// Adds a run that has just ended.
  synchronized void add(List<RunEntry> run, Instant now) {
    if (run.isEmpty()) {
      return;
    }
    JsonBuffer lines = new JsonBuffer();
    for (RunEntry entry : run) {
      JsonWriter.write(RunFields.of(entry, now), lines);
      lines.add((byte) '\n');
    }
    String name = TIME.format(now.atOffset(ZoneOffset.UTC)) + "-" + run.getFirst().run();
    storage.replace(FOLDER + name + ".jsonl", lines.toBytes(), null);
    last = null;
  }

  /// The last runs of a stream that ended well, newest first, among the last of all.
  synchronized List<PastRun> past(StreamName stream, int most) {
    List<Map<?, ?>> known = last == null ? read() : last;
    last = known;
    return known.stream()
        .filter(fields -> isOf(stream, fields))
        .limit(most)
        .map(RunFiles::read)
        .toList();
  }

  /// What became of the streams of the last runs, newest run first.
  private List<Map<?, ?>> read() {
    List<String> paths = storage.list(FOLDER);
    List<Map<?, ?>> entries = new ArrayList<>();
    for (String path : paths.reversed().subList(0, Math.min(LOOKED_AT, paths.size()))) {
      StoredObject run = storage.read(path);
      String lines = run == null ? "" : new String(run.content(), StandardCharsets.UTF_8);
      lines
          .lines()
          .forEach(line -> {
            if (JsonParser.STRICT.parse(line) instanceof Map<?, ?> fields) {
              entries.add(fields);
            }
          });
    }
    return entries;
  }

  private static boolean isOf(StreamName stream, Map<?, ?> fields) {
    return stream.name().equals(fields.get("stream"))
        && Objects.equals(stream.namespace(), fields.get("namespace"))
        && "succeeded".equals(fields.get("outcome"));
  }

  private static PastRun read(Map<?, ?> fields) {
    Instant started = Instant.parse(String.valueOf(fields.get("started_at")));
    Instant ended = Instant.parse(String.valueOf(fields.get("ended_at")));
    return new PastRun(
        number(fields.get("rows_read")),
        number(fields.get("requests")),
        Duration.between(started, ended),
        fields.get("state_before") == null);
  }

  private static long number(@Nullable Object value) {
    return value instanceof Long number ? number : 0;
  }
}
