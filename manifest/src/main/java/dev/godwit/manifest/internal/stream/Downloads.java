package dev.godwit.manifest.internal.stream;

import dev.godwit.core.Surroundings;
import dev.godwit.manifest.internal.decode.Decoder;
import dev.godwit.manifest.internal.decode.DecoderCompiler;
import dev.godwit.manifest.internal.page.PaginatorCompiler;
import dev.godwit.manifest.internal.record.RowSelector;
import dev.godwit.manifest.internal.record.StreamSchema;
import dev.godwit.manifest.internal.request.Requester;
import dev.godwit.manifest.internal.slice.CursorRules;
import dev.godwit.manifest.internal.slice.CursorRules.Admission;
import dev.godwit.manifest.internal.spec.AsyncRetriever;
import dev.godwit.manifest.internal.spec.DownloadExtractorSpec.ResponseToFileExtractor;
import dev.godwit.manifest.internal.spec.FieldExtractorSpec.DpathExtractor;
import dev.godwit.manifest.internal.spec.RecordExtractorSpec;
import dev.godwit.manifest.internal.spec.RecordSelector;
import dev.godwit.manifest.internal.template.Scope;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What downloads of jobs are read with: an extractor of their own, and everything else that the
/// stream's record selector says.
///
/// @param scope holds the configuration
record Downloads(AsyncRetriever spec, Scope scope, Surroundings surroundings) {
  /// What reads one download target, page by page.
  Retriever retriever(
      Requester requester, RowSelector selector, StreamSchema schema, @Nullable CursorRules rules) {
    Decoder decoder = decoder(new DecoderCompiler(surroundings.log()));
    return new Retriever(
        decoder.wantsOpenBody() ? requester.streaming() : requester,
        Paging.plain(new PaginatorCompiler(scope).compile(spec.downloadPaginator()), surroundings),
        decoder,
        selector,
        schema,
        null,
        cursorOptions(rules),
        false,
        scope);
  }

  static RecordSelector selector(AsyncRetriever spec) {
    RecordSelector declared = spec.recordSelector();
    return new RecordSelector(
        declared.origin(),
        extractor(spec),
        declared.recordFilter(),
        declared.schemaNormalization(),
        declared.transformBeforeFiltering());
  }

  /// Without an extractor the whole file is the rows.
  private static RecordExtractorSpec extractor(AsyncRetriever spec) {
    return switch (spec.downloadExtractor()) {
      case null -> whole(spec);
      case RecordExtractorSpec extractor -> extractor;
      case ResponseToFileExtractor _ -> whole(spec);
    };
  }

  private static DpathExtractor whole(AsyncRetriever spec) {
    return new DpathExtractor(spec.origin(), List.of(), null);
  }

  /// A file with comma-separated values needs no decoder besides its extractor.
  private Decoder decoder(DecoderCompiler decoders) {
    return switch (spec.downloadExtractor()) {
      case ResponseToFileExtractor file -> decoders.compile(file);
      case RecordExtractorSpec _ -> decoders.compile(spec.downloadDecoder());
      case null -> decoders.compile(spec.downloadDecoder());
    };
  }

  /// Bounds go into the job's creation, not into downloads. Rows outside are dropped only where the
  /// stream filters them; feeds do not end early, since they have no pages.
  private static @Nullable CursorOptions cursorOptions(@Nullable CursorRules rules) {
    return rules == null || rules.admission() != Admission.FILTERED
        ? null
        : new CursorOptions(rules, null, null);
  }
}
