package dev.godwit.manifest.internal.record;

import dev.godwit.core.error.GodwitException;
import dev.godwit.manifest.internal.Unsupported;
import dev.godwit.manifest.internal.path.TreePath;
import dev.godwit.manifest.internal.python.Repr;
import dev.godwit.manifest.internal.spec.FieldExtractorSpec.CustomRecordExtractor;
import dev.godwit.manifest.internal.spec.FieldExtractorSpec.DpathExtractor;
import dev.godwit.manifest.internal.spec.Origin;
import dev.godwit.manifest.internal.spec.RecordExpander;
import dev.godwit.manifest.internal.spec.RecordExpander.OnNoRecords;
import dev.godwit.manifest.internal.spec.RecordExpander.ParentFieldPath;
import dev.godwit.manifest.internal.spec.RecordExtractorSpec;
import dev.godwit.manifest.internal.spec.RecordExtractorSpec.CombineMode;
import dev.godwit.manifest.internal.spec.RecordExtractorSpec.CombinedExtractor;
import dev.godwit.manifest.internal.spec.SynchronousRetrieverSpec;
import dev.godwit.manifest.internal.template.InterpolatedString;
import dev.godwit.manifest.internal.template.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Makes extractions out of their descriptions.
final class ExtractionCompiler {
  private final Scope scope;
  private final Function<SynchronousRetrieverSpec, RestOfList> rests;

  ExtractionCompiler(Scope scope, Function<SynchronousRetrieverSpec, RestOfList> rests) {
    this.scope = scope;
    this.rests = rests;
  }

  Extraction compile(RecordExtractorSpec spec) {
    return switch (spec) {
      case DpathExtractor dpath -> {
        List<@Nullable Object> steps = steps(dpath.fieldPath(), dpath.origin());
        Extraction path = new PathExtraction(TreePath.of(steps), steps.contains("*"));
        RecordExpander expander = dpath.recordExpander();
        yield expander == null ? path : new ExpandedExtraction(path, expansion(expander));
      }
      case CombinedExtractor combined -> combined(combined);
      case CustomRecordExtractor other -> throw Unsupported.component(other);
    };
  }

  private Extraction combined(CombinedExtractor spec) {
    if (spec.extractors().isEmpty()) {
      throw GodwitException.config(
              "manifest.no-extractors", "A CombinedExtractor needs at least one extractor.")
          .at(spec.origin().place("extractors"));
    }
    return new CombinedExtraction(
        spec.extractors().stream().map(this::compile).toList(),
        spec.mode() == CombineMode.FIRST_MATCH,
        spec.skipEmptyRecords());
  }

  private Expansion expansion(RecordExpander spec) {
    List<@Nullable Object> lists = steps(spec.expandRecordsFromField(), spec.origin());
    List<@Nullable Object> indicator = steps(spec.truncationIndicatorPath(), spec.origin());
    SynchronousRetrieverSpec rest = spec.truncatedListRetriever();
    requireExact(indicator, spec.origin(), "truncation_indicator_path");
    if (rest != null) {
      requireExact(lists, spec.origin(), "expand_records_from_field");
      if (indicator.isEmpty()) {
        throw refusal("truncated_list_retriever needs a truncation_indicator_path.")
            .at(spec.origin().place("truncated_list_retriever"));
      }
    }
    return new Expansion(
        TreePath.of(lists),
        new Inheritance(
            spec.parentFields().stream().map(this::field).toList(),
            spec.mergeParent(),
            spec.remainOriginalRecord()),
        spec.onNoRecords() == OnNoRecords.EMIT_PARENT,
        TreePath.of(indicator),
        rest == null ? null : rests.apply(rest));
  }

  private Inheritance.Field field(ParentFieldPath spec) {
    return new Inheritance.Field(
        exact(spec.parentPath(), spec.origin(), "parent_path"),
        exact(spec.recordPath(), spec.origin(), "record_path"));
  }

  private List<String> exact(List<String> path, Origin origin, String field) {
    List<@Nullable Object> steps = steps(path, origin);
    requireExact(steps, origin, field);
    if (steps.isEmpty()) {
      throw refusal(field + " is empty.").at(origin.place(field));
    }
    return steps.stream().map(Repr::str).toList();
  }

  private static void requireExact(List<@Nullable Object> steps, Origin origin, String field) {
    boolean hasGlob =
        steps.stream().anyMatch(step -> step instanceof String text && TreePath.isGlob(text));
    if (hasGlob) {
      throw refusal(field + " must name one field: it cannot have *, ? or [.")
          .at(origin.place(field));
    }
  }

  private static GodwitException refusal(String message) {
    return GodwitException.config("manifest.record-expander", message);
  }

  private List<@Nullable Object> steps(List<String> path, Origin origin) {
    List<@Nullable Object> steps = new ArrayList<>();
    for (String step : path) {
      steps.add(InterpolatedString.of(step, origin.parameters()).eval(scope));
    }
    return steps;
  }
}
