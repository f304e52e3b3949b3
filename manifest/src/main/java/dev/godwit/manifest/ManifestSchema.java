package dev.godwit.manifest;

import dev.godwit.manifest.internal.language.LanguageSchema;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The JSON Schema (draft 7) of the manifest language, for editors. It describes manifests as they
/// are written, with references and without the types that go without saying. Made anew at each
/// call.
public final class ManifestSchema {
  private ManifestSchema() {}

  /// Accepts every manifest that loads with fields of the right types. What it cannot see, such as
  /// a field that `$parameters` further out may bring, it lets pass, and with it unknown fields.
  public static Map<String, @Nullable Object> tolerant() {
    return LanguageSchema.tolerant();
  }

  /// Accepts manifests whose components have every field that they need, and no field that they do
  /// not know.
  public static Map<String, @Nullable Object> strict() {
    return LanguageSchema.strict();
  }
}
