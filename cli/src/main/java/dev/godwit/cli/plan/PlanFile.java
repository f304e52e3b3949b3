package dev.godwit.cli.plan;

import dev.godwit.core.error.GodwitException;
import dev.godwit.core.error.Place;
import dev.godwit.core.json.JsonParser;
import dev.godwit.core.json.JsonWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A plan that waits to be carried out: what it says, and the arguments that it was made with. It
/// holds no secrets.
///
/// @param arguments of the command, but for values of configurations and for what became of the
///   plan
/// @param inputs digests of the files that the plan depends on, by path
/// @param plan as {@link PlanJson} has it
public record PlanFile(
    List<String> arguments, Map<String, String> inputs, Map<String, @Nullable Object> plan) {
  private static final long VERSION = 1;

  /// The file's text.
  public String text() {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("godwit_plan", VERSION);
    json.put("arguments", arguments);
    json.put("inputs", inputs);
    json.put("plan", plan);
    return JsonWriter.text(json) + "\n";
  }

  /// Reads a file.
  ///
  /// @throws GodwitException CONFIG `plan.unreadable` when it is no plan
  public static PlanFile read(Path file) {
    try {
      if (JsonParser.STRICT.parse(Files.readString(file)) instanceof Map<?, ?> json
          && Objects.equals(json.get("godwit_plan"), VERSION)
          && json.get("arguments") instanceof List<?> arguments
          && json.get("inputs") instanceof Map<?, ?> inputs
          && json.get("plan") instanceof Map<?, ?> plan) {
        Map<String, String> digests = new LinkedHashMap<>();
        inputs.forEach((path, digest) -> digests.put(String.valueOf(path), String.valueOf(digest)));
        Map<String, @Nullable Object> content = new LinkedHashMap<>();
        plan.forEach((key, value) -> content.put(String.valueOf(key), value));
        return new PlanFile(arguments.stream().map(String::valueOf).toList(), digests, content);
      }
      throw unreadable(file, "it is no plan of this version of Godwit");
    } catch (IOException e) {
      throw unreadable(file, "it cannot be read").causedBy(e);
    }
  }

  private static GodwitException unreadable(Path file, String why) {
    return GodwitException.config("plan.unreadable", "The plan cannot be used: " + why + ".")
        .hint("Make it with godwit plan --out.")
        .at(Place.file(file.toString(), 0, 0, null));
  }

  /// Requires that a plan made now would be this one.
  ///
  /// @throws GodwitException CONFIG `plan.outdated` that says what has changed
  public void require(PlanFile now) {
    inputs.forEach((path, digest) -> {
      if (!digest.equals(now.inputs().get(path))) {
        throw outdated("the file " + path + " was changed");
      }
    });
    String difference = PlanDifference.between(plan, now.plan());
    if (difference != null) {
      throw outdated(difference);
    }
  }

  private static GodwitException outdated(String what) {
    return GodwitException.config(
            "plan.outdated", "The plan no longer fits what is there: " + what + ".")
        .hint("Nothing was changed. Make a new plan, and look at it.");
  }
}
