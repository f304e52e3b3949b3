package dev.godwit.manifest.internal.spec;

/// What in a downloaded file are rows.
public sealed interface DownloadExtractorSpec extends Component
    permits DownloadExtractorSpec.ResponseToFileExtractor, RecordExtractorSpec {
  /// The rows of a CSV file, which goes through a file on disk.
  record ResponseToFileExtractor(Origin origin, @Default("false") boolean preserveNaValues)
      implements DownloadExtractorSpec {}
}
