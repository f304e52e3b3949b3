package dev.godwit.manifest.internal.stream;

import dev.godwit.core.error.GodwitException;
import dev.godwit.manifest.internal.decode.Decoder;
import dev.godwit.manifest.internal.spec.ContentDecoderSpec.GzipDecoder;
import dev.godwit.manifest.internal.spec.ContentDecoderSpec.JsonDecoder;
import dev.godwit.manifest.internal.spec.DecoderSpec;
import dev.godwit.manifest.internal.spec.LoginDecoderSpec.XmlDecoder;
import dev.godwit.manifest.internal.spec.PaginationStrategySpec.OffsetIncrement;
import dev.godwit.manifest.internal.spec.PaginatorSpec;
import dev.godwit.manifest.internal.spec.PaginatorSpec.DefaultPaginator;
import dev.godwit.manifest.internal.spec.RecordExtractorSpec;
import dev.godwit.manifest.internal.spec.RecordExtractorSpec.CombineMode;
import dev.godwit.manifest.internal.spec.RecordExtractorSpec.CombinedExtractor;
import dev.godwit.manifest.internal.spec.SimpleRetriever;
import org.jspecify.annotations.Nullable;

/// Parts of a retriever that cannot go together, as in the reference.
final class UnfitParts {
  private UnfitParts() {}

  /// @throws GodwitException CONFIG `manifest.decoder` for a paginator or an extractor that needs
  ///   the whole answer where the decoder does not keep it; `manifest.combined-offset` for offsets
  ///   that would count the rows of several extractors
  static void check(SimpleRetriever spec, Decoder decoder) {
    if (spec.paginator() instanceof DefaultPaginator paginator && !canBePaged(spec.decoder())) {
      throw refusal("Only answers in JSON or XML can be paged.").at(paginator.origin().place());
    }
    if (spec.recordSelector().extractor() instanceof CombinedExtractor combined) {
      if (decoder.streams()) {
        throw refusal("A CombinedExtractor needs a decoder that reads the whole answer.")
            .at(combined.origin().place());
      }
      if (countsOffsets(spec.paginator()) && unites(combined)) {
        throw GodwitException.config(
                "manifest.combined-offset",
                "OffsetIncrement cannot count the rows of a CombinedExtractor that unites lists.")
            .at(combined.origin().place())
            .hint("Use the mode first_match, or another pagination strategy.");
      }
    }
  }

  private static boolean countsOffsets(@Nullable PaginatorSpec paginator) {
    return paginator instanceof DefaultPaginator pages
        && pages.paginationStrategy() instanceof OffsetIncrement;
  }

  private static boolean unites(RecordExtractorSpec extractor) {
    return extractor instanceof CombinedExtractor combined
        && (combined.mode() == CombineMode.UNION
            || combined.extractors().stream().anyMatch(UnfitParts::unites));
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
