package dev.godwit.manifest.internal.spec;

import static dev.godwit.manifest.internal.spec.Variable.CONFIG;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// An extractor that looks in one place.
public sealed interface FieldExtractorSpec extends RecordExtractorSpec {
  /// What stands at a path; `*` stands for every key or index.
  record DpathExtractor(
      Origin origin, @Scope(CONFIG) List<String> fieldPath, @Nullable RecordExpander recordExpander)
      implements FieldExtractorSpec {}

  /// An extractor that a class outside the manifest implements.
  @OpenFields
  record CustomRecordExtractor(Origin origin, String className) implements FieldExtractorSpec {}
}
