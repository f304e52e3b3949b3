package dev.godwit.cli.progress;

import dev.godwit.core.json.JsonWriter;
import dev.godwit.core.log.Log;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A line of the engine's log among events.
public final class LogLine {
  private LogLine() {}

  /// The line as a JSON object, of the event `log`.
  public static String json(Log.Level level, String message) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("event", "log");
    json.put("level", level.name().toLowerCase(Locale.ROOT));
    json.put("message", message);
    return JsonWriter.text(json);
  }
}
