package dev.godwit.manifest.internal.decode;

import dev.godwit.manifest.internal.http.Response;

/// Leaves an answer to an extractor that decodes by itself.
public record Undecoded() implements Decoder {
  @Override
  public Bodies open(Response response) {
    return Bodies.of(new Body(response.body()));
  }

  @Override
  public boolean streams() {
    return false;
  }
}
