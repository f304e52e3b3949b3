package dev.godwit.manifest.internal.slice;

import dev.godwit.core.error.GodwitException;
import dev.godwit.manifest.internal.python.Conversion;
import dev.godwit.manifest.internal.python.IsoDuration;
import dev.godwit.manifest.internal.python.Numbers;
import dev.godwit.manifest.internal.python.PythonException;
import dev.godwit.manifest.internal.python.Repr;
import dev.godwit.manifest.internal.spec.DatetimeBasedCursor;
import dev.godwit.manifest.internal.spec.IncrementalSyncSpec;
import dev.godwit.manifest.internal.spec.IncrementalSyncSpec.IncrementingCountCursor;
import dev.godwit.manifest.internal.spec.StreamTemplateSpec.StateDelegatingStream;
import dev.godwit.manifest.internal.template.InterpolatedString;
import dev.godwit.manifest.internal.template.Scope;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Makes a cursor's rules out of its description.
public final class CursorCompiler {
  private final Scope scope;

  /// @param scope holds the configuration
  public CursorCompiler(Scope scope) {
    this.scope = scope;
  }

  /// Evaluates what a manifest says about a cursor.
  ///
  /// @param chosenField name of the cursor that the user chose in the catalogue; empty for none. It
  ///   counts only where the manifest allows it
  public CursorRules compile(IncrementalSyncSpec spec, List<String> chosenField) {
    return switch (spec) {
      case DatetimeBasedCursor cursor ->
          new DateCompiler(scope).compile(cursor, field(cursor, chosenField));
      case IncrementingCountCursor cursor ->
          new CountRules(field(cursor, chosenField), start(cursor));
    };
  }

  private String field(IncrementalSyncSpec spec, List<String> chosenField) {
    if (!spec.isChoosable() || chosenField.isEmpty() || chosenField.getFirst().isEmpty()) {
      return Repr.str(
          InterpolatedString.of(spec.cursorField(), spec.origin().parameters()).eval(scope));
    }
    if (chosenField.size() > 1) {
      throw GodwitException.config(
              "catalog.nested-cursor",
              "The chosen cursor " + String.join(".", chosenField) + " lies inside another field.")
          .hint("Choose a field of the row itself.");
    }
    return chosenField.getFirst();
  }

  /// How long the API of a pair of streams keeps what has changed; null for always.
  public @Nullable IsoDuration retention(StateDelegatingStream spec) {
    if (spec.apiRetentionPeriod() == null) {
      return null;
    }
    IsoDuration retention = new DateCompiler(scope).retention(spec);
    if (retention != null
        && (spec.fullRefreshStream().incrementalSync() instanceof IncrementingCountCursor
            || spec.incrementalStream().incrementalSync() instanceof IncrementingCountCursor)) {
      throw GodwitException.config(
              "manifest.delegating-stream",
              "api_retention_period needs cursors that are dates; a count has no age.")
          .at(spec.origin().place("api_retention_period"));
    }
    return retention;
  }

  private long start(IncrementingCountCursor spec) {
    Object given = spec.startValue();
    if (given == null) {
      return 0;
    }
    Object value = InterpolatedString.of(given.toString(), spec.origin().parameters()).eval(scope);
    try {
      return Numbers.big(Conversion.toInt(value)).longValueExact();
    } catch (PythonException | ArithmeticException e) {
      throw GodwitException.config(
              "manifest.not-a-number", "start_value is '" + Repr.str(value) + "', not an integer.")
          .at(spec.origin().place("start_value"))
          .causedBy(e);
    }
  }
}
