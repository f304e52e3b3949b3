package dev.godwit.manifest.internal.record;

import dev.godwit.manifest.component.HostedComponent;
import dev.godwit.manifest.internal.Unsupported;
import dev.godwit.manifest.internal.custom.CustomParts;
import dev.godwit.manifest.internal.decode.Decoder;
import dev.godwit.manifest.internal.request.Requester;
import dev.godwit.manifest.internal.spec.Component;
import dev.godwit.manifest.internal.spec.DeclarativeStream.FileUploader;
import dev.godwit.manifest.internal.spec.FieldExtractorSpec.CustomRecordExtractor;
import dev.godwit.manifest.internal.spec.RecordExtractorSpec;
import dev.godwit.manifest.internal.spec.RecordFilterSpec;
import dev.godwit.manifest.internal.spec.RecordFilterSpec.CustomRecordFilter;
import dev.godwit.manifest.internal.spec.RecordFilterSpec.RecordFilter;
import dev.godwit.manifest.internal.spec.RecordSelector;
import dev.godwit.manifest.internal.spec.SchemaNormalizationSpec;
import dev.godwit.manifest.internal.spec.SchemaNormalizationSpec.CustomSchemaNormalization;
import dev.godwit.manifest.internal.spec.SchemaNormalizationSpec.SchemaNormalization;
import dev.godwit.manifest.internal.spec.SynchronousRetrieverSpec;
import dev.godwit.manifest.internal.spec.TransformationSpec;
import dev.godwit.manifest.internal.spec.TransformationSpec.CustomTransformation;
import dev.godwit.manifest.internal.template.InterpolatedBoolean;
import dev.godwit.manifest.internal.template.InterpolatedString;
import dev.godwit.manifest.internal.template.Scope;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Makes row selectors out of their descriptions.
public final class SelectorCompiler {
  /// What of a stream matters for its selector.
  ///
  /// @param comparesCursors whether rows are compared with the stream's state: then they are
  ///   transformed before they are filtered where the manifest does not say
  /// @param filtersByCursor whether old rows are dropped by that; an empty condition then keeps all
  /// @param uploads null for rows without files
  public record Use(
      List<TransformationSpec> transformations,
      StreamSchema schema,
      boolean comparesCursors,
      boolean filtersByCursor,
      @Nullable Uploads uploads) {}

  /// How the files of rows are fetched.
  ///
  /// @param folder that the files of all streams lie in
  public record Uploads(FileUploader spec, Requester requester, Path folder) {}

  private final Scope scope;
  private final ExtractionCompiler extractions;
  private final TransformationCompiler transformations;

  /// @param scope holds the configuration
  /// @param rests makes what fetches lists of which rows hold only the beginning
  public SelectorCompiler(Scope scope, Function<SynchronousRetrieverSpec, RestOfList> rests) {
    this.scope = scope;
    this.extractions = new ExtractionCompiler(scope, rests);
    this.transformations = new TransformationCompiler(scope);
  }

  public RowSelector compile(RecordSelector spec, Use use) {
    Finish finish =
        new Finish(
            casts(spec.schemaNormalization()) ? new Casting(use.schema()) : null,
            use.uploads() == null ? null : upload(use.uploads()));
    List<RowOperation> operations = operations(spec, use);
    return spec.extractor() instanceof CustomRecordExtractor custom
        ? chain(PathExtraction.ALL, operations, finish)
            .extractedBy(hosted(custom, custom.className(), "extract"))
        : chain(extractions.compile(spec.extractor()), operations, finish);
  }

  /// What is done to rows at the very end.
  private record Finish(@Nullable Casting casting, @Nullable FileUpload upload) {}

  /// A selector, and behind each operation that happens elsewhere one more for what comes back.
  private static RowSelector chain(
      Extraction extraction, List<RowOperation> operations, Finish finish) {
    int cut = RowOperation.firstElsewhere(operations);
    if (cut < 0 || !(operations.get(cut) instanceof RowOperation.Elsewhere(HostedStep step))) {
      return new RowSelector(
          extraction, RowOperation.rewriting(operations), finish.casting(), finish.upload());
    }
    return new RowSelector(
            extraction, RowOperation.rewriting(operations.subList(0, cut)), null, null)
        .then(
            step,
            chain(PathExtraction.ALL, operations.subList(cut + 1, operations.size()), finish));
  }

  private List<RowOperation> operations(RecordSelector spec, Use use) {
    Boolean declared = spec.transformBeforeFiltering();
    boolean transformsFirst = declared == null ? use.comparesCursors() : declared;
    List<RowOperation> operations = new ArrayList<>();
    for (TransformationSpec transformation : use.transformations()) {
      operations.add(
          transformation instanceof CustomTransformation custom
              ? new RowOperation.Elsewhere(hosted(custom, custom.className(), "transform"))
              : new RowOperation.Change(transformations.compile(List.of(transformation))));
    }
    RowOperation kept = kept(spec.recordFilter(), use.filtersByCursor());
    if (kept != null) {
      operations.add(transformsFirst ? operations.size() : 0, kept);
    }
    if (spec.schemaNormalization() instanceof CustomSchemaNormalization custom) {
      HostedComponent component = CustomParts.of(custom, custom.className());
      operations.add(
          new RowOperation.Elsewhere(new HostedStep(component, "normalize", use.schema())));
    }
    return operations;
  }

  private static @Nullable RowOperation kept(
      @Nullable RecordFilterSpec spec, boolean emptyKeepsAll) {
    return spec instanceof CustomRecordFilter custom
        ? new RowOperation.Elsewhere(hosted(custom, custom.className(), "filter"))
        : RowOperation.keep(filter(spec, emptyKeepsAll));
  }

  private static HostedStep hosted(Component component, String className, String operation) {
    return new HostedStep(CustomParts.of(component, className), operation);
  }

  /// Makes what finds values that are no rows.
  public ExtractedValues values(RecordExtractorSpec spec, Decoder decoder) {
    return new ExtractedValues(extractions.compile(spec), decoder);
  }

  private FileUpload upload(Uploads uploads) {
    FileUploader spec = uploads.spec();
    String name = spec.filenameExtractor();
    return new FileUpload(
        extractions.compile(spec.downloadTargetExtractor()),
        uploads.requester(),
        name == null || name.isEmpty()
            ? null
            : InterpolatedString.of(name, spec.origin().parameters()),
        uploads.folder(),
        scope);
  }

  private static boolean casts(@Nullable SchemaNormalizationSpec spec) {
    return switch (spec) {
      case null -> false;
      case SchemaNormalization declared -> declared == SchemaNormalization.DEFAULT;
      case CustomSchemaNormalization _ -> false;
    };
  }

  /// An empty condition is false, so that it keeps no row at all.
  static @Nullable InterpolatedBoolean filter(
      @Nullable RecordFilterSpec spec, boolean emptyKeepsAll) {
    return switch (spec) {
      case null -> null;
      case RecordFilter filter ->
          filter.condition().isEmpty() && emptyKeepsAll
              ? null
              : InterpolatedBoolean.of(filter.condition(), filter.origin().parameters());
      case CustomRecordFilter other -> throw Unsupported.component(other);
    };
  }
}
