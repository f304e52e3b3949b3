package dev.godwit.manifest.internal.decode;

import dev.godwit.core.error.GodwitException;
import dev.godwit.core.json.JsonCheck;
import dev.godwit.core.json.JsonParser;
import dev.godwit.manifest.internal.http.Limits;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/// A JSON document inside of something else. Here, unlike where it is the whole response, it is an
/// error when it is no JSON, or null.
record Json() implements Content {
  @Override
  public Bodies open(InputStream bytes) throws IOException {
    byte[] document;
    try (bytes) {
      document = bytes.readNBytes(Limits.BODY_BYTES + 1);
    }
    if (document.length > Limits.BODY_BYTES) {
      throw Undecodable.because("it is longer than %d MiB".formatted(Limits.BODY_BYTES >> 20));
    }
    boolean plain =
        (startsWith(document, '{') || startsWith(document, '['))
            && new JsonCheck().passes(document, 0, document.length);
    if (!plain && parsed(document) == null) {
      throw Undecodable.because("it is no JSON");
    }
    return Bodies.of(new Body(document));
  }

  private static boolean startsWith(byte[] document, char bracket) {
    return document.length > 0 && document[0] == bracket;
  }

  private static @Nullable Object parsed(byte[] document) {
    try {
      return JsonParser.LENIENT.parse(document);
    } catch (GodwitException notJson) {
      return null;
    }
  }
}
