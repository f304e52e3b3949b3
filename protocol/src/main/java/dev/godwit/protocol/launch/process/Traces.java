package dev.godwit.protocol.launch.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What descendants of a program have in common even when their parents are gone: a word in their
/// environment, and the session. Can be seen on Linux only.
final class Traces {
  static final String VARIABLE = "GODWIT_CHILD";

  private static final Path PROCESSES = Path.of("/proc");

  /// Of the fields of `stat` after the name of the program: state, parent, group, session.
  private static final int SESSION = 3;

  private final String word;
  private final long session;

  /// @param word stands in the value of the variable
  /// @param session the program's own process id, which is that of its session, if it has one
  Traces(String word, long session) {
    this.word = word;
    this.session = session;
  }

  /// All living processes that bear a trace.
  Set<ProcessHandle> followed() {
    Set<ProcessHandle> found = new HashSet<>();
    if (!Platform.LINUX) {
      return found;
    }
    try (DirectoryStream<Path> folders = Files.newDirectoryStream(PROCESSES, "[0-9]*")) {
      for (Path folder : folders) {
        if (bears(folder)) {
          handle(folder).ifPresent(found::add);
        }
      }
    } catch (IOException e) {
      return found;
    }
    return found;
  }

  /// The variable's value for a program: what Godwit itself was traced by stays, so that a Godwit
  /// that is run by another one hides nothing.
  static String value(@Nullable String own, String word) {
    return own == null ? word : own + ' ' + word;
  }

  private static Optional<ProcessHandle> handle(Path folder) {
    return ProcessHandle.of(Long.parseLong(folder.getFileName().toString()));
  }

  /// A process that ends meanwhile, or that belongs to somebody else, bears none.
  private boolean bears(Path folder) {
    try {
      String stat = Files.readString(folder.resolve("stat"), StandardCharsets.ISO_8859_1);
      String[] fields = stat.substring(stat.lastIndexOf(')') + 1).strip().split(" ", -1);
      if (fields[0].equals("Z")) {
        return false;
      }
      return fields[SESSION].equals(Long.toString(session))
          || Files.readString(folder.resolve("environ"), StandardCharsets.ISO_8859_1)
              .contains(word);
    } catch (IOException e) {
      return false;
    }
  }
}
