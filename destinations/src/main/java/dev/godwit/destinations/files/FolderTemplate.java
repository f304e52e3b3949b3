package dev.godwit.destinations.files;

import dev.godwit.core.catalog.StreamName;
import dev.godwit.core.error.GodwitException;
import dev.godwit.core.error.Spelling;
import dev.godwit.destinations.internal.ledger.FileNames;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The folder of a stream's files: `{namespace}/{stream}/{year}`. Times are those of the commit, in
/// UTC. Parts of the path that come out empty are left out.
///
/// @param text as the user wrote it
record FolderTemplate(String text) {
  /// A folder a stream.
  static final FolderTemplate USUAL = new FolderTemplate("{namespace}/{stream}");

  private static final Pattern VARIABLE = Pattern.compile("\\{([^{}]*)}");

  private static final Map<String, BiFunction<StreamName, Instant, String>> VARIABLES =
      Map.of(
          "namespace", (stream, at) -> part(stream.namespace() == null ? "" : stream.namespace()),
          "stream", (stream, at) -> part(stream.name()),
          "year", (stream, at) -> time("uuuu", at),
          "month", (stream, at) -> time("MM", at),
          "day", (stream, at) -> time("dd", at),
          "hour", (stream, at) -> time("HH", at),
          "date", (stream, at) -> time("uuuu-MM-dd", at));

  /// @throws GodwitException CONFIG `files.bad-template` when it names an unknown variable, leaves
  ///   its folder or lets streams share one
  static FolderTemplate of(String text) {
    Matcher variables = VARIABLE.matcher(text);
    while (variables.find()) {
      if (!VARIABLES.containsKey(variables.group(1))) {
        List<String> known = VARIABLES.keySet().stream().sorted().toList();
        String name = variables.group(1);
        throw bad(Spelling.sentence("There is no variable {" + name + "}", name, known))
            .hint("There are " + String.join(", ", known) + ".");
      }
    }
    if (!text.contains("{stream}")) {
      throw bad("The path has no {stream}, so that streams would share a folder")
          .hint("Write for example {stream}/{year}.");
    }
    List<String> parts = List.of(text.split("/", -1));
    if (parts.contains("..") || text.startsWith("_godwit") || text.contains("\\")) {
      throw bad("The path leaves its folder, or enters Godwit's own");
    }
    return new FolderTemplate(text);
  }

  private static GodwitException bad(String problem) {
    return GodwitException.config("files.bad-template", problem + ".");
  }

  /// The folder, without a slash at its end.
  String folder(StreamName stream, Instant at) {
    List<String> parts = new ArrayList<>();
    for (String part : List.of(text.split("/", -1))) {
      String resolved =
          VARIABLE
              .matcher(part)
              .replaceAll(found ->
                  Matcher.quoteReplacement(
                      VARIABLES
                          .getOrDefault(found.group(1), (name, time) -> "")
                          .apply(stream, at)));
      parts.add(resolved);
    }
    return parts.stream()
        .filter(part -> !part.isEmpty() && !part.equals("."))
        .collect(Collectors.joining("/"));
  }

  /// Godwit's own folder stays its own.
  private static String part(String name) {
    return name.equals("_godwit") ? "%5Fgodwit" : FileNames.part(name);
  }

  private static String time(String pattern, Instant at) {
    return DateTimeFormatter.ofPattern(pattern).format(at.atOffset(ZoneOffset.UTC));
  }
}
