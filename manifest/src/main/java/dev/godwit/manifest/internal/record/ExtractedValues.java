package dev.godwit.manifest.internal.record;

import dev.godwit.manifest.internal.decode.Bodies;
import dev.godwit.manifest.internal.decode.Body;
import dev.godwit.manifest.internal.decode.Decoder;
import dev.godwit.manifest.internal.http.Response;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Finds values in an answer that are no rows: states of jobs, addresses to download. Thread-safe.
public final class ExtractedValues {
  private final Extraction extraction;
  private final Decoder decoder;

  ExtractedValues(Extraction extraction, Decoder decoder) {
    this.extraction = extraction;
    this.decoder = decoder;
  }

  /// The values of an answer that has been read.
  public List<@Nullable Object> in(Response response, Occasion occasion)
      throws InterruptedException {
    List<@Nullable Object> values = new ArrayList<>();
    try (Bodies bodies = decoder.open(response)) {
      for (Body body = bodies.next(); body != null; body = bodies.next()) {
        FoundRows found = extraction.rows(body, occasion);
        while (found.advance()) {
          Object value = found.row();
          if (value != FoundRows.Gap.LEFT_OUT) {
            values.add(value);
          }
        }
      }
    }
    return values;
  }
}
