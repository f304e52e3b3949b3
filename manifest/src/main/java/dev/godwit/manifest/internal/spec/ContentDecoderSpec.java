package dev.godwit.manifest.internal.spec;

import java.util.List;

/// A decoder of what compressed files hold.
public sealed interface ContentDecoderSpec extends DecoderSpec {
  /// A JSON document.
  record JsonDecoder(Origin origin) implements ContentDecoderSpec, LoginDecoderSpec {}

  /// The elements of an array inside a JSON document, without holding the document in memory.
  record JsonItemsDecoder(Origin origin, String itemsPath, @Default("utf-8") String encoding)
      implements ContentDecoderSpec {}

  /// One JSON document per line.
  record JsonlDecoder(Origin origin) implements ContentDecoderSpec {}

  /// Comma-separated values with a header line.
  ///
  /// @param setValuesToNone texts that mean null
  record CsvDecoder(
      Origin origin,
      @Default("utf-8") String encoding,
      @Default("','") String delimiter,
      @OrEmpty List<String> setValuesToNone)
      implements ContentDecoderSpec {}

  /// Gzip-compressed bytes.
  record GzipDecoder(Origin origin, ContentDecoderSpec decoder) implements ContentDecoderSpec {}
}
