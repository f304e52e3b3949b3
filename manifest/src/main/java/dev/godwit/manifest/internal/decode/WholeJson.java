package dev.godwit.manifest.internal.decode;

import dev.godwit.manifest.internal.http.Response;

/// A response that is a JSON document, or nothing where it is none.
final class WholeJson implements Decoder {
  @Override
  public Bodies open(Response response) {
    return Bodies.of(new Body(response.body()));
  }

  @Override
  public boolean streams() {
    return false;
  }
}
