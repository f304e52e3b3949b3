package dev.godwit.manifest.internal.stream;

import dev.godwit.core.catalog.Stream;
import dev.godwit.core.catalog.StreamName;
import dev.godwit.core.catalog.SyncMode;
import dev.godwit.core.error.GodwitException;
import dev.godwit.manifest.internal.custom.CustomParts;
import dev.godwit.manifest.internal.python.Repr;
import dev.godwit.manifest.internal.request.Meter;
import dev.godwit.manifest.internal.spec.DeclarativeStream;
import dev.godwit.manifest.internal.spec.IncrementalSyncSpec;
import dev.godwit.manifest.internal.spec.PrimaryKey;
import dev.godwit.manifest.internal.template.InterpolatedString;
import dev.godwit.manifest.internal.template.Scope;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What streams look like to those who choose among them.
///
/// @param scope holds the configuration
record StreamDescriptions(Scope scope, SchemaCompiler schemas, CustomParts customParts) {
  Stream describe(DeclarativeStream spec) {
    requireFlatKey(spec);
    IncrementalSyncSpec cursor = spec.incrementalSync();
    PrimaryKey key = spec.primaryKey();
    return new Stream(
        name(spec, Role.STREAM),
        schema(spec),
        cursor == null
            ? EnumSet.of(SyncMode.FULL_REFRESH)
            : EnumSet.of(SyncMode.FULL_REFRESH, SyncMode.INCREMENTAL),
        cursor == null ? null : (Boolean) !cursor.isChoosable(),
        cursor == null ? List.of() : List.of(cursorField(cursor)),
        key == null ? List.of() : key.paths(),
        cursor != null,
        spec.fileUploader() != null);
  }

  /// @throws GodwitException CONFIG `manifest.nested-key` for a key inside nested objects
  static void requireFlatKey(DeclarativeStream spec) {
    PrimaryKey key = spec.primaryKey();
    if (key != null && key.paths().stream().anyMatch(path -> path.size() != 1)) {
      throw GodwitException.config("manifest.nested-key", "Nested primary keys are not supported.")
          .at(spec.origin().place("primary_key"));
    }
  }

  private Map<String, @Nullable Object> schema(DeclarativeStream spec) {
    try {
      return customParts
          .within(spec.origin(), () -> schemas.compile(spec.schemaLoader()))
          .load(new Meter());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw GodwitException.transientError(
              "stream.interrupted", "Making the list of streams was interrupted.")
          .hint("Run it again.");
    }
  }

  /// A stream that only others read needs no name.
  static StreamName name(DeclarativeStream spec, Role role) {
    if (!spec.name().isEmpty()) {
      return StreamName.of(spec.name());
    }
    return switch (role) {
      case STREAM, PAIRED ->
          throw GodwitException.config("manifest.missing-field", "a stream needs a name")
              .at(spec.origin().place());
      case PARENT, ANCESTOR, TEMPLATE -> StreamName.of("parent");
    };
  }

  private String cursorField(IncrementalSyncSpec cursor) {
    Map<String, @Nullable Object> parameters = cursor.origin().parameters();
    return Repr.str(InterpolatedString.of(cursor.cursorField(), parameters).eval(scope));
  }
}
