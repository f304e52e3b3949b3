package dev.godwit.cli.session;

import dev.godwit.cli.report.ErrorJson;
import dev.godwit.core.error.GodwitException;
import dev.godwit.session.SessionCheck.Checked;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What came of testing one session.
sealed interface Verdict {
  Path file();

  boolean isGood();

  /// It was replayed.
  ///
  /// @param updated whether its file has now what came
  record Tested(Path file, Checked checked, boolean updated) implements Verdict {
    @Override
    public boolean isGood() {
      return updated || checked.differences().isEmpty();
    }
  }

  /// It could not be replayed.
  record Refused(Path file, GodwitException error) implements Verdict {
    @Override
    public boolean isGood() {
      return false;
    }
  }

  static Map<String, @Nullable Object> json(List<Verdict> verdicts) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("sessions", verdicts.stream().map(Verdict::json).toList());
    json.put("failed", verdicts.stream().filter(verdict -> !verdict.isGood()).count());
    return json;
  }

  private static Map<String, @Nullable Object> json(Verdict verdict) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("file", verdict.file().toString());
    json.put("passed", verdict.isGood());
    switch (verdict) {
      case Tested tested -> {
        json.put("streams", tested.checked().session().streams().size());
        json.put("requests", tested.checked().session().requests());
        json.put("rows", RecordingReport.rows(tested.checked().session()));
        json.put("updated", tested.updated());
        json.put("differences", DifferenceText.json(tested.checked().differences()));
      }
      case Refused refused -> json.put("error", ErrorJson.of(refused.error()));
    }
    return json;
  }
}
