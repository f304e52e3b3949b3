package dev.godwit.manifest.internal.spec;

/// How bytes become values.
public sealed interface DecoderSpec extends Component
    permits DecoderSpec.IterableDecoder,
        DecoderSpec.ZipfileDecoder,
        DecoderSpec.CustomDecoder,
        LoginDecoderSpec,
        ContentDecoderSpec {
  /// One text per line.
  record IterableDecoder(Origin origin) implements DecoderSpec {}

  /// A ZIP archive, file after file.
  record ZipfileDecoder(Origin origin, ContentDecoderSpec decoder) implements DecoderSpec {}

  /// A decoder that a class outside the manifest implements.
  @OpenFields
  record CustomDecoder(Origin origin, String className) implements DecoderSpec {}
}
