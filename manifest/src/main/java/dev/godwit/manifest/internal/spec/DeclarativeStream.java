package dev.godwit.manifest.internal.spec;

import static dev.godwit.manifest.internal.spec.Variable.CONFIG;
import static dev.godwit.manifest.internal.spec.Variable.RECORD;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One stream: where its rows come from and what happens to them.
///
/// @param primaryKey null when absent, which differs from a written empty string
/// @param schemaLoader null when absent or an empty list
public record DeclarativeStream(
    Origin origin,
    @Default("''") String name,
    RetrieverSpec retriever,
    @Nullable IncrementalSyncSpec incrementalSync,
    @Nullable PrimaryKey primaryKey,
    @Nullable SchemaLoaderSpec schemaLoader,
    @OrEmpty List<TransformationSpec> transformations,
    @Default("[]") List<StateMigrationSpec> stateMigrations,
    @Nullable FileUploader fileUploader)
    implements StreamTemplateSpec {
  /// Downloads a file for every row.
  ///
  /// @param filenameExtractor template of the file's name
  public record FileUploader(
      Origin origin,
      RequesterSpec requester,
      RecordExtractorSpec downloadTargetExtractor,
      @Nullable FieldExtractorSpec fileExtractor,
      @Scope({CONFIG, RECORD}) @Nullable String filenameExtractor)
      implements Component {}
}
