package dev.godwit.manifest.internal.spec;

/// A decoder of answers to a login.
public sealed interface LoginDecoderSpec extends DecoderSpec
    permits LoginDecoderSpec.XmlDecoder, ContentDecoderSpec.JsonDecoder {
  /// An XML document.
  record XmlDecoder(Origin origin) implements LoginDecoderSpec {}
}
