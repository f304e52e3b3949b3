package dev.godwit.protocol;

import dev.godwit.core.error.GodwitException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The arguments that every Airbyte source takes.
///
/// @param files by the flag that names them
record Arguments(Action action, Map<Flag, Path> files, boolean debug) {
  enum Action {
    SPEC,
    CHECK,
    DISCOVER,
    READ
  }

  enum Flag {
    CONFIG,
    CATALOG,
    STATE,
    MANIFEST_PATH,
    COMPONENTS_PATH;

    String text() {
      return "--" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  static final String USAGE =
      "usage: source-declarative-manifest (spec | check | discover | read) [--manifest-path FILE]"
          + " [--components-path FILE] [--config FILE] [--catalog FILE] [--state FILE] [--debug]";

  /// @throws GodwitException CONFIG `usage` when a flag or its value is wrong or missing
  static Arguments parse(List<String> arguments) {
    Map<Flag, Path> files = new EnumMap<>(Flag.class);
    Action action = null;
    boolean debug = false;
    for (int i = 0; i < arguments.size(); i++) {
      String argument = arguments.get(i);
      if (argument.equals("--debug")) {
        debug = true;
      } else if (argument.startsWith("--")) {
        int equals = argument.indexOf('=');
        Flag flag = flag(equals < 0 ? argument : argument.substring(0, equals));
        String value =
            equals >= 0
                ? argument.substring(equals + 1)
                : ++i < arguments.size() ? arguments.get(i) : "";
        if (value.isEmpty() || value.startsWith("--")) {
          throw usage(flag.text() + " needs a file");
        }
        files.put(flag, Path.of(value));
      } else if (action != null) {
        throw usage("more than one command given: '" + argument + "'");
      } else {
        action = action(argument);
      }
    }
    if (action == null) {
      throw usage("no command given");
    }
    return new Arguments(action, files, debug);
  }

  private static Action action(String name) {
    for (Action action : Action.values()) {
      if (action.name().toLowerCase(Locale.ROOT).equals(name)) {
        return action;
      }
    }
    throw usage("unknown command '" + name + "'");
  }

  private static Flag flag(String text) {
    for (Flag flag : Flag.values()) {
      if (flag.text().equals(text)) {
        return flag;
      }
    }
    throw usage("unknown flag '" + text + "'");
  }

  @Nullable Path find(Flag flag) {
    return files.get(flag);
  }

  Path require(Flag flag) {
    Path file = files.get(flag);
    if (file == null) {
      throw usage(action.name().toLowerCase(Locale.ROOT) + " needs " + flag.text());
    }
    return file;
  }

  private static GodwitException usage(String problem) {
    return GodwitException.config("usage", problem).hint(USAGE);
  }
}
