package dev.godwit.manifest.internal.spec;

import static dev.godwit.manifest.internal.spec.Variable.CONFIG;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Makes rows of the elements of a list inside each row.
public record RecordExpander(
    Origin origin,
    @Scope(CONFIG) List<String> expandRecordsFromField,
    @Default("false") boolean remainOriginalRecord,
    @OrEmpty List<ParentFieldPath> parentFields,
    @Default("false") boolean mergeParent,
    @Default("skip") OnNoRecords onNoRecords,
    @Scope(CONFIG) @OrEmpty List<String> truncationIndicatorPath,
    @Nullable SynchronousRetrieverSpec truncatedListRetriever)
    implements Component {
  /// A value that is copied from the row to the rows made of it.
  public record ParentFieldPath(
      Origin origin, @Scope(CONFIG) List<String> parentPath, @Scope(CONFIG) List<String> recordPath)
      implements Component {}

  /// What a row without elements becomes.
  public enum OnNoRecords implements WireValue {
    SKIP,
    EMIT_PARENT;

    @Override
    public String wire() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
