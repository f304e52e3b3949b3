package dev.godwit.secret;

import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A file of lines `NAME=value`.
record DotEnvFile(Path file) implements SecretResolver {
  private static final Pattern LINE =
      Pattern.compile(
          "^\\s*(?:export\\s+)?([A-Za-z_][\\w.-]*)\\s*=\\s*"
              + "(?:'([^']*)'|\"((?:[^\"\\\\]|\\\\.)*)\"|([^#\\n]*?))\\s*(?:#.*)?$",
          Pattern.MULTILINE);

  @Override
  public @Nullable Secret find(String name) {
    String text = SecretFolder.text(file);
    if (text == null) {
      return null;
    }
    Secret found = null;
    for (Matcher line = LINE.matcher(text.replace("\r\n", "\n")); line.find(); ) {
      String value = value(line);
      // The last one counts, as in a shell.
      if (line.group(1).equals(name) && !value.isEmpty()) {
        found = Secret.of(value);
      }
    }
    return found;
  }

  private static String value(Matcher line) {
    String single = line.group(2);
    String quoted = line.group(3);
    String bare = line.group(4);
    if (single != null) {
      return single;
    }
    if (quoted != null) {
      return quoted.replace("\\n", "\n").replaceAll("\\\\(.)", "$1");
    }
    return bare == null ? "" : bare;
  }

  @Override
  public String place() {
    return "the file " + file;
  }
}
