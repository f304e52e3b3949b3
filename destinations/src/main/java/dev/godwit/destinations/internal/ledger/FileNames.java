package dev.godwit.destinations.internal.ledger;

import dev.godwit.core.catalog.StreamName;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.zip.CRC32;

/// Names of streams and values as parts of paths.
public final class FileNames {
  private static final int LONGEST = 120;

  private FileNames() {}

  /// A part of a path that reads as the text does. Characters that mean something in paths,
  /// addresses or patterns, and all that are not ASCII, are written as `%20`.
  public static String part(String text) {
    StringBuilder part = new StringBuilder();
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      boolean plain =
          (b >= 'a' && b <= 'z')
              || (b >= 'A' && b <= 'Z')
              || (b >= '0' && b <= '9')
              || b == '_'
              || b == '-'
              || (b == '.' && !part.isEmpty());
      part.append(plain ? String.valueOf((char) b) : "%%%02X".formatted(b & 0xFF));
    }
    return part.length() <= LONGEST
        ? part.toString()
        : part.substring(0, LONGEST) + "-" + digest(text);
  }

  /// A name that no other stream has, also where names ignore case.
  static String unique(StreamName stream) {
    String namespace = stream.namespace() == null ? "" : stream.namespace() + ".";
    String plain = namespace + stream.name();
    boolean unchanged =
        plain.length() <= LONGEST
            && stream.name().matches("[a-z0-9_-]+")
            && namespace.matches("([a-z0-9_-]+\\.)?");
    return unchanged
        ? plain
        : part(plain).toLowerCase(Locale.ROOT) + "~" + digest(namespace + "\0" + stream.name());
  }

  private static String digest(String text) {
    CRC32 crc = new CRC32();
    crc.update(text.getBytes(StandardCharsets.UTF_8));
    return "%08x".formatted(crc.getValue());
  }
}
