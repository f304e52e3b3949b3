package dev.godwit.manifest.internal.http;

import java.io.IOException;

/// Lets pass the requests that redirections lead to.
@FunctionalInterface
public interface Hops {
  /// Sends `request` by `sender` when it may go.
  Response follow(Request request, Sender sender) throws IOException, InterruptedException;

  /// Lets everything pass at once.
  Hops FREE = (request, sender) -> sender.send(request);
}
