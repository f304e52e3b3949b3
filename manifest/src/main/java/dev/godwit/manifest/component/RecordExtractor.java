package dev.godwit.manifest.component;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Stands for a `CustomRecordExtractor`.
@FunctionalInterface
public non-sealed interface RecordExtractor extends JavaComponent {
  /// Finds the rows in an answer.
  ///
  /// @return the rows, as JSON values
  List<? extends @Nullable Object> extract(HttpLink.Answer answer);
}
