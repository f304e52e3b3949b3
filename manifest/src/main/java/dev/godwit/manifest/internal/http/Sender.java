package dev.godwit.manifest.internal.http;

import java.io.IOException;

/// Sends a request, once.
@FunctionalInterface
public interface Sender {
  Response send(Request request) throws IOException;
}
