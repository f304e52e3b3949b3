package dev.godwit.manifest.internal.retry;

import dev.godwit.manifest.component.HostedComponent;
import dev.godwit.manifest.internal.custom.Responses;
import dev.godwit.manifest.internal.http.Response;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Asks components about answers, or about why there was none.
final class HostedAnswers {
  private HostedAnswers() {}

  static @Nullable Object call(
      HostedComponent component, String operation, Answer answer, Map<String, ?> more) {
    Map<String, @Nullable Object> arguments = new LinkedHashMap<>(more);
    return switch (answer) {
      case Answer.Received(Response response) -> {
        arguments.put("response", Responses.arguments(response));
        yield component.call(operation, arguments, response.body()).result();
      }
      case Answer.Failed(IOException cause) -> {
        arguments.put("unreachable", Unreachable.describe(cause));
        yield component.call(operation, arguments, new byte[0]).result();
      }
    };
  }
}
