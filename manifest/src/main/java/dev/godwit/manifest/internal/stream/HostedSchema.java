package dev.godwit.manifest.internal.stream;

import dev.godwit.manifest.component.HostedComponent;
import dev.godwit.manifest.internal.record.StreamSchema;
import dev.godwit.manifest.internal.request.Meter;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A schema that is made somewhere else, once.
final class HostedSchema implements StreamSchema {
  private final HostedComponent loader;
  private @Nullable Map<String, @Nullable Object> schema;

  HostedSchema(HostedComponent loader) {
    this.loader = loader;
  }

  @Override
  public synchronized Map<String, @Nullable Object> load(Meter meter) {
    Map<String, @Nullable Object> known = schema;
    if (known == null) {
      known = loader.call("schema", Map.of(), new byte[0]).object();
      schema = known;
    }
    return known;
  }
}
