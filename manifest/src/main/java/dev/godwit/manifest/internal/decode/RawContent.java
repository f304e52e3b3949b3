package dev.godwit.manifest.internal.decode;

import dev.godwit.manifest.internal.http.Response;
import java.io.IOException;

/// A response in a form that is read piece by piece.
record RawContent(Content content) implements Decoder {
  @Override
  public Bodies open(Response response) {
    try {
      return content.open(response.stream());
    } catch (IOException e) {
      throw Undecodable.because(e);
    }
  }

  @Override
  public boolean streams() {
    return true;
  }
}
