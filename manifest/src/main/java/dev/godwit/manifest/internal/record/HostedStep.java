package dev.godwit.manifest.internal.record;

import dev.godwit.manifest.component.HostedComponent;
import dev.godwit.manifest.component.HostedComponent.Reply;
import dev.godwit.manifest.internal.custom.Responses;
import dev.godwit.manifest.internal.custom.SliceArguments;
import dev.godwit.manifest.internal.http.Response;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One thing that a component somewhere else does with the rows of a page. Thread-safe.
///
/// @param operation `extract`, `filter`, `transform` or `normalize`
/// @param schema that rows are held against; null where none is needed
record HostedStep(HostedComponent component, String operation, @Nullable StreamSchema schema) {
  HostedStep(HostedComponent component, String operation) {
    this(component, operation, null);
  }

  /// Makes rows of rows.
  ///
  /// @param rows a JSON array of objects
  Reply apply(byte[] rows, Occasion occasion) throws InterruptedException {
    Map<String, @Nullable Object> arguments = SliceArguments.of(occasion.slice());
    if (schema != null) {
      arguments.put("schema", schema.load(occasion.meter()));
    }
    return component.call(operation, arguments, rows);
  }

  /// Finds the rows in an answer.
  Reply extract(Response response, Occasion occasion) {
    Map<String, @Nullable Object> arguments = SliceArguments.of(occasion.slice());
    arguments.put("response", Responses.arguments(response));
    return component.call(operation, arguments, response.body());
  }
}
