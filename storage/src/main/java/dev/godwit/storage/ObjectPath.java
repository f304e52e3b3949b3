package dev.godwit.storage;

import dev.godwit.core.error.GodwitException;

/// The rule for paths of objects, the same wherever they lie.
public final class ObjectPath {
  private ObjectPath() {}

  /// Returns the path as it came if it names an object inside a place.
  ///
  /// @throws GodwitException CONFIG `storage.path` when a part is empty, `.` or `..`, or holds what
  ///   no name may hold
  public static String checked(String path) {
    for (String part : path.split("/", -1)) {
      if (part.isEmpty() || part.equals(".") || part.equals("..") || part.indexOf('\0') >= 0) {
        throw GodwitException.config("storage.path", "'" + path + "' cannot name a file.")
            .hint("Leave out what begins or ends with '/', and parts that are '.' or '..'.");
      }
    }
    return path;
  }
}
