package dev.godwit.manifest.internal.decode;

import dev.godwit.core.error.GodwitException;
import dev.godwit.manifest.component.HostedComponent;
import dev.godwit.manifest.component.HostedComponent.Reply;
import dev.godwit.manifest.internal.custom.Responses;
import dev.godwit.manifest.internal.http.Response;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Answers that are decoded somewhere else.
record HostedDecoder(HostedComponent component) implements Decoder {
  @Override
  public Bodies open(Response response) {
    Map<String, @Nullable Object> arguments = Map.of("response", Responses.arguments(response));
    Reply reply = component.call("decode", arguments, response.body());
    return new Decoded(Bodies.of(new Body(reply.rows())), reply.failure());
  }

  @Override
  public boolean streams() {
    return false;
  }

  /// @param failure comes after what was decoded before it
  private record Decoded(Bodies values, @Nullable GodwitException failure) implements Bodies {
    @Override
    public @Nullable Body next() {
      Body next = values.next();
      if (next == null && failure != null) {
        throw failure;
      }
      return next;
    }

    @Override
    public void close() {
      values.close();
    }
  }
}
