package dev.godwit.cli.session;

import dev.godwit.cli.terminal.Amounts;
import dev.godwit.cli.terminal.Style;
import dev.godwit.session.Recorder.Recorded;
import dev.godwit.session.form.Session;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What came of a recording.
public final class RecordingReport {
  private RecordingReport() {}

  public static String line(Path file, Recorded recorded, Style style) {
    String text =
        String.join(
            style.separator(),
            List.of(
                "Recorded " + counts(recorded.session()),
                Amounts.count(recorded.secrets(), "secret") + " replaced",
                file + " (" + Amounts.bytes(bytes(recorded)) + ")"));
    return recorded.differences().isEmpty()
        ? style.done() + " " + text
        : style.failed() + " " + text + style.separator() + "a replay comes to something else:";
  }

  static String counts(Session session) {
    return "%s, %s, %s"
        .formatted(
            Amounts.count(session.streams().size(), "stream"),
            Amounts.count(session.requests(), "request"),
            Amounts.count(rows(session), "row"));
  }

  static long rows(Session session) {
    return session.streams().stream().mapToLong(stream -> stream.expected().count()).sum();
  }

  private static int bytes(Recorded recorded) {
    return recorded.text().getBytes(StandardCharsets.UTF_8).length;
  }

  public static Map<String, @Nullable Object> json(Path file, Recorded recorded) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("file", file.toString());
    json.put("bytes", bytes(recorded));
    json.put("streams", recorded.session().streams().size());
    json.put("requests", recorded.session().requests());
    json.put("rows", rows(recorded.session()));
    json.put("secrets", recorded.secrets());
    json.put("differences", DifferenceText.json(recorded.differences()));
    return json;
  }
}
