package dev.godwit.protocol;

import dev.godwit.core.error.GodwitException;
import dev.godwit.protocol.Arguments.Action;
import dev.godwit.protocol.Arguments.Flag;
import java.util.List;
import java.util.stream.Collectors;

/// What kind of connector is asked, and what it may be asked with.
///
/// @param program how people start it
record Usage(String program, List<Action> actions, List<Flag> flags) {
  /// A source whose manifest comes with the arguments or in the configuration.
  static final Usage MANIFESTS =
      new Usage(
          "source-declarative-manifest",
          List.of(Action.SPEC, Action.CHECK, Action.DISCOVER, Action.READ),
          List.of(Flag.MANIFEST_PATH, Flag.COMPONENTS_PATH, Flag.CONFIG, Flag.CATALOG, Flag.STATE));

  static final Usage SOURCE =
      new Usage(
          "godwit connector SOURCE",
          List.of(Action.SPEC, Action.CHECK, Action.DISCOVER, Action.READ),
          List.of(Flag.CONFIG, Flag.CATALOG, Flag.STATE));

  static final Usage DESTINATION =
      new Usage(
          "godwit connector DESTINATION",
          List.of(Action.SPEC, Action.CHECK, Action.WRITE),
          List.of(Flag.CONFIG, Flag.CATALOG));

  /// One line that tells it to people.
  String text() {
    String commands = actions.stream().map(Action::text).collect(Collectors.joining(" | "));
    String options =
        flags.stream().map(flag -> "[" + flag.text() + " FILE]").collect(Collectors.joining(" "));
    return "usage: %s (%s) %s [--debug]".formatted(program, commands, options);
  }

  GodwitException refuse(String problem) {
    return GodwitException.config("usage", problem).hint(text());
  }
}
