package dev.godwit.manifest.internal.stream;

import dev.godwit.manifest.internal.decode.Decoder;
import dev.godwit.manifest.internal.decode.DecoderCompiler;
import dev.godwit.manifest.internal.slice.CursorRules;
import dev.godwit.manifest.internal.slice.CursorRules.Admission;
import dev.godwit.manifest.internal.spec.AsyncRetriever;
import dev.godwit.manifest.internal.spec.DownloadExtractorSpec.ResponseToFileExtractor;
import dev.godwit.manifest.internal.spec.FieldExtractorSpec.DpathExtractor;
import dev.godwit.manifest.internal.spec.RecordExtractorSpec;
import dev.godwit.manifest.internal.spec.RecordSelector;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What downloads of jobs are read with: an extractor of their own, and everything else that the
/// stream's record selector says.
final class Downloads {
  private Downloads() {}

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
  static Decoder decoder(AsyncRetriever spec, DecoderCompiler decoders) {
    return switch (spec.downloadExtractor()) {
      case ResponseToFileExtractor file -> decoders.compile(file);
      case RecordExtractorSpec _ -> decoders.compile(spec.downloadDecoder());
      case null -> decoders.compile(spec.downloadDecoder());
    };
  }

  /// Bounds go into the job's creation, not into downloads. Rows outside are dropped only where the
  /// stream filters them; feeds do not end early, since they have no pages.
  static @Nullable CursorOptions cursorOptions(@Nullable CursorRules rules) {
    return rules == null || rules.admission() != Admission.FILTERED
        ? null
        : new CursorOptions(rules, null, null);
  }
}
