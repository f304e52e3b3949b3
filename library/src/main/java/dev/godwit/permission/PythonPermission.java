package dev.godwit.permission;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Whether a user lets the Python of a manifest run. Immutable.
///
/// @param allowed whether it may run
/// @param components the file; null for `components.py` beside the manifest
public record PythonPermission(boolean allowed, @Nullable Path components) {
  /// No Python runs.
  public static final PythonPermission REFUSED = new PythonPermission(false, null);

  /// The file beside the manifest may run.
  public static final PythonPermission ALLOWED = new PythonPermission(true, null);

  private static final String VARIABLE = "GODWIT_ALLOW_PYTHON";

  /// Names the file. To name it is not to allow it.
  public PythonPermission with(@Nullable Path file) {
    return new PythonPermission(allowed, file);
  }

  /// This permission, or that of the environment: `GODWIT_ALLOW_PYTHON=true`.
  public PythonPermission or(Map<String, String> variables) {
    String value = variables.getOrDefault(VARIABLE, "");
    return new PythonPermission(
        allowed || value.equalsIgnoreCase("true") || value.equals("1"), components);
  }

  /// The file that belongs to a manifest.
  public Path file(Path manifest) {
    return components == null ? manifest.resolveSibling("components.py") : components;
  }
}
