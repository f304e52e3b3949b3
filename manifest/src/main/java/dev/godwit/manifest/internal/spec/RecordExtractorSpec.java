package dev.godwit.manifest.internal.spec;

import java.util.List;
import java.util.Locale;

/// What in an answer are rows.
public sealed interface RecordExtractorSpec extends DownloadExtractorSpec
    permits RecordExtractorSpec.CombinedExtractor, FieldExtractorSpec {
  /// The rows of several extractors.
  record CombinedExtractor(
      Origin origin,
      List<RecordExtractorSpec> extractors,
      @Default("union") CombineMode mode,
      @Default("false") boolean skipEmptyRecords)
      implements RecordExtractorSpec {}

  /// Which of several extractors count.
  enum CombineMode implements WireValue {
    UNION,
    FIRST_MATCH;

    @Override
    public String wire() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
