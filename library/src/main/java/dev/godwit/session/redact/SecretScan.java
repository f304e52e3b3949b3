package dev.godwit.session.redact;

import dev.godwit.core.error.GodwitException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/// Looks through the text of a whole session for secrets that were overlooked: those that are
/// known, in whatever encoding, and what looks like one.
public record SecretScan(Redaction redaction) {
  private static final Pattern BINARY = Pattern.compile("\\s*base64: ([A-Za-z0-9+/=]+)");
  private static final Pattern KEY = Pattern.compile("( *)(- )?([A-Za-z_][\\w-]*):(.*)");
  private static final int MOST_UNPACKED = 64 << 20;

  /// Requires that there is none.
  ///
  /// @throws GodwitException CONFIG `session.leak` with the place of the first secret
  public void require(String text) {
    List<String> lines = text.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      String found = in(lines.get(i));
      if (found != null) {
        throw leak(found, i + 1, place(lines, i));
      }
    }
    String found = in(text);
    if (found != null) {
      throw leak(found, 1, "a text of several lines");
    }
  }

  private static GodwitException leak(String found, int line, String place) {
    return GodwitException.config(
            "session.leak",
            "The session was not kept: it would have %s in line %d (%s)."
                .formatted(found, line, place))
        .hint(
            "Name the field with --redact FIELD, mark it as airbyte_secret in the spec, or record"
                + " other rows.");
  }

  /// What a text has; null where it has nothing.
  private @Nullable String in(String text) {
    String known = redaction.firstIn(text);
    if (known != null) {
      return "the secret that " + known + " stands for";
    }
    String shape = KnownShapes.in(text);
    if (shape != null) {
      return "what looks like " + shape;
    }
    Matcher binary = BINARY.matcher(text);
    return binary.matches() ? inBytes(Base64.getDecoder().decode(binary.group(1))) : null;
  }

  private @Nullable String inBytes(byte[] bytes) {
    String found = in(new String(bytes, StandardCharsets.ISO_8859_1));
    if (found != null) {
      return found;
    }
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      while (found == null && zip.getNextEntry() != null) {
        found = in(new String(zip.readNBytes(MOST_UNPACKED), StandardCharsets.ISO_8859_1));
      }
    } catch (IOException noArchive) {
      return found;
    }
    return found;
  }

  /// The keys that lead to a line, by how far lines are indented.
  private static String place(List<String> lines, int index) {
    String path = "";
    String item = "";
    int indent = Integer.MAX_VALUE;
    for (int i = index; i >= 0; i--) {
      Matcher key = KEY.matcher(lines.get(i));
      if (!key.matches()) {
        continue;
      }
      boolean begins = key.group(2) != null;
      int column = key.group(1).length() + (begins ? 2 : 0);
      if (column < indent) {
        path = key.group(3) + item + (path.isEmpty() ? "" : "." + path);
        item = "";
      }
      if (begins && column <= indent) {
        item = key.group(3).equals("name") ? "[" + key.group(4).strip() + "]" : "";
      }
      indent = Math.min(indent, begins ? key.group(1).length() + 1 : column);
    }
    return path;
  }
}
