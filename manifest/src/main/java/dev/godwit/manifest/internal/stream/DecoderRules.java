package dev.godwit.manifest.internal.stream;

import dev.godwit.core.error.GodwitException;
import dev.godwit.manifest.internal.decode.Decoder;
import dev.godwit.manifest.internal.spec.ContentDecoderSpec.GzipDecoder;
import dev.godwit.manifest.internal.spec.ContentDecoderSpec.JsonDecoder;
import dev.godwit.manifest.internal.spec.DecoderSpec;
import dev.godwit.manifest.internal.spec.LoginDecoderSpec.XmlDecoder;
import dev.godwit.manifest.internal.spec.PaginatorSpec.DefaultPaginator;
import dev.godwit.manifest.internal.spec.RecordExtractorSpec.CombinedExtractor;
import dev.godwit.manifest.internal.spec.SimpleRetriever;
import org.jspecify.annotations.Nullable;

/// What cannot go together with a decoder, as in the reference.
final class DecoderRules {
  private DecoderRules() {}

  /// @throws GodwitException CONFIG `manifest.decoder` for a paginator or an extractor that needs
  ///   the whole answer where the decoder does not keep it
  static void check(SimpleRetriever spec, Decoder decoder) {
    if (spec.paginator() instanceof DefaultPaginator paginator && !canBePaged(spec.decoder())) {
      throw refusal("Only answers in JSON or XML can be paged.").at(paginator.origin().place());
    }
    if (spec.recordSelector().extractor() instanceof CombinedExtractor combined
        && decoder.streams()) {
      throw refusal("A CombinedExtractor needs a decoder that reads the whole answer.")
          .at(combined.origin().place());
    }
  }

  private static GodwitException refusal(String message) {
    return GodwitException.config("manifest.decoder", message)
        .hint("Choose another decoder, or leave this component out.");
  }

  private static boolean canBePaged(@Nullable DecoderSpec spec) {
    return switch (spec) {
      case null -> true;
      case JsonDecoder _ -> true;
      case XmlDecoder _ -> true;
      case GzipDecoder gzip -> gzip.decoder() instanceof JsonDecoder;
      case DecoderSpec _ -> false;
    };
  }
}
