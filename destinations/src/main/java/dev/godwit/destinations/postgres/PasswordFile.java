package dev.godwit.destinations.postgres;

import dev.godwit.destinations.internal.pgtls.UserFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The file of passwords that libpq knows, `~/.pgpass` or what PGPASSFILE names: lines of
/// `host:port:database:user:password`, `*` for any, a backslash before a colon or backslash that is
/// meant.
final class PasswordFile {
  private static final int FIELDS = 5;

  private PasswordFile() {}

  /// The password of the first line that fits; null where none does. A file that others may read is
  /// not used, as libpq has it.
  static @Nullable String find(Address address, Map<String, String> environment) {
    try {
      Path file = place(environment);
      if (!Files.isRegularFile(file) || isOpenToOthers(file)) {
        return null;
      }
      for (String line : Files.readAllLines(file)) {
        List<String> fields = fields(line);
        if (!line.startsWith("#") && fields.size() == FIELDS && fits(fields, address)) {
          return fields.getLast();
        }
      }
      return null;
    } catch (IOException | InvalidPathException e) {
      return null;
    }
  }

  private static Path place(Map<String, String> environment) {
    String named = environment.getOrDefault("PGPASSFILE", "");
    return named.isEmpty() ? UserFiles.passwords(environment) : Path.of(named);
  }

  private static boolean isOpenToOthers(Path file) throws IOException {
    if (!file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      return false;
    }
    Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
    return permissions.stream().anyMatch(permission -> !permission.name().startsWith("OWNER"));
  }

  private static boolean fits(List<String> fields, Address address) {
    List<String> wanted =
        List.of(
            address.host(), Integer.toString(address.port()), address.database(), address.user());
    for (int i = 0; i < wanted.size(); i++) {
      if (!fields.get(i).equals("*") && !fields.get(i).equals(wanted.get(i))) {
        return false;
      }
    }
    return true;
  }

  private static List<String> fields(String line) {
    List<String> fields = new ArrayList<>();
    StringBuilder field = new StringBuilder();
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '\\' && i + 1 < line.length()) {
        i++;
        field.append(line.charAt(i));
      } else if (c == ':' && fields.size() < FIELDS - 1) {
        fields.add(field.toString());
        field.setLength(0);
      } else {
        field.append(c);
      }
    }
    fields.add(field.toString());
    return fields;
  }
}
