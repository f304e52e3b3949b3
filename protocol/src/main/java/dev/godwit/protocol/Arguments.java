package dev.godwit.protocol;

import dev.godwit.core.error.GodwitException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The arguments that every connector of Airbyte's takes.
///
/// @param usage what the connector may be asked
/// @param files by the flag that names them
record Arguments(Usage usage, Action action, Map<Flag, Path> files, boolean debug) {
  enum Action {
    SPEC,
    CHECK,
    DISCOVER,
    READ,
    WRITE;

    String text() {
      return name().toLowerCase(Locale.ROOT);
    }
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

  /// @throws GodwitException CONFIG `usage` when a flag or its value is wrong or missing
  static Arguments parse(Usage usage, List<String> arguments) {
    Map<Flag, Path> files = new EnumMap<>(Flag.class);
    Action action = null;
    boolean debug = false;
    for (int i = 0; i < arguments.size(); i++) {
      String argument = arguments.get(i);
      if (argument.equals("--debug")) {
        debug = true;
      } else if (argument.startsWith("--")) {
        int equals = argument.indexOf('=');
        Flag flag = flag(usage, equals < 0 ? argument : argument.substring(0, equals));
        String value =
            equals >= 0
                ? argument.substring(equals + 1)
                : ++i < arguments.size() ? arguments.get(i) : "";
        if (value.isEmpty() || value.startsWith("--")) {
          throw usage.refuse(flag.text() + " needs a file");
        }
        files.put(flag, Path.of(value));
      } else if (action != null) {
        throw usage.refuse("more than one command given: '" + argument + "'");
      } else {
        action = action(usage, argument);
      }
    }
    if (action == null) {
      throw usage.refuse("no command given");
    }
    return new Arguments(usage, action, files, debug);
  }

  private static Action action(Usage usage, String name) {
    for (Action action : usage.actions()) {
      if (action.text().equals(name)) {
        return action;
      }
    }
    throw usage.refuse("unknown command '" + name + "'");
  }

  private static Flag flag(Usage usage, String text) {
    for (Flag flag : usage.flags()) {
      if (flag.text().equals(text)) {
        return flag;
      }
    }
    throw usage.refuse("unknown flag '" + text + "'");
  }

  @Nullable Path find(Flag flag) {
    return files.get(flag);
  }

  Path require(Flag flag) {
    Path file = files.get(flag);
    if (file == null) {
      throw usage.refuse(action.text() + " needs " + flag.text());
    }
    return file;
  }
}
