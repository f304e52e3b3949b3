package dev.godwit.manifest.internal.decode;

import dev.godwit.core.log.Log;
import dev.godwit.manifest.internal.custom.CustomParts;
import dev.godwit.manifest.internal.spec.ContentDecoderSpec;
import dev.godwit.manifest.internal.spec.ContentDecoderSpec.CsvDecoder;
import dev.godwit.manifest.internal.spec.ContentDecoderSpec.GzipDecoder;
import dev.godwit.manifest.internal.spec.ContentDecoderSpec.JsonDecoder;
import dev.godwit.manifest.internal.spec.ContentDecoderSpec.JsonItemsDecoder;
import dev.godwit.manifest.internal.spec.ContentDecoderSpec.JsonlDecoder;
import dev.godwit.manifest.internal.spec.DecoderSpec;
import dev.godwit.manifest.internal.spec.DecoderSpec.CustomDecoder;
import dev.godwit.manifest.internal.spec.DecoderSpec.IterableDecoder;
import dev.godwit.manifest.internal.spec.DecoderSpec.ZipfileDecoder;
import dev.godwit.manifest.internal.spec.DownloadExtractorSpec.ResponseToFileExtractor;
import dev.godwit.manifest.internal.spec.LoginDecoderSpec.XmlDecoder;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Makes decoders out of their descriptions.
public final class DecoderCompiler {
  private final Log log;

  public DecoderCompiler(Log log) {
    this.log = log;
  }

  /// Makes a decoder.
  ///
  /// @param spec null for JSON
  public Decoder compile(@Nullable DecoderSpec spec) {
    return switch (spec) {
      case null -> new WholeJson();
      case JsonDecoder _ -> new WholeJson();
      case XmlDecoder _ -> new Xml(log);
      case IterableDecoder _ -> new RawContent(new TextLines());
      case ZipfileDecoder zip -> new ZipArchive(content(zip.decoder()));
      case CsvDecoder csv -> new RawContent(content(csv));
      case JsonlDecoder lines -> new RawContent(content(lines));
      case JsonItemsDecoder items -> new RawContent(content(items));
      case GzipDecoder gzip -> new RawContent(content(gzip));
      case CustomDecoder custom -> new HostedDecoder(CustomParts.of(custom, custom.className()));
    };
  }

  /// The decoder of a report that is downloaded as a file. Each value that it finds is a row.
  public Decoder compile(ResponseToFileExtractor spec) {
    return new RawContent(new Download(spec.preserveNaValues()));
  }

  private Content content(ContentDecoderSpec spec) {
    return switch (spec) {
      case JsonDecoder _ -> new Json();
      case JsonItemsDecoder items -> new JsonItems(items.itemsPath(), items.encoding());
      case JsonlDecoder _ -> new JsonLines(log);
      case CsvDecoder csv ->
          new Csv(csv.encoding(), csv.delimiter(), Set.copyOf(csv.setValuesToNone()));
      case GzipDecoder gzip -> new Gzip(content(gzip.decoder()));
    };
  }
}
