package dev.godwit.manifest.internal.stream;

import dev.godwit.core.Slice;
import dev.godwit.core.error.GodwitException;
import dev.godwit.core.json.JsonParser;
import dev.godwit.manifest.component.HostedComponent;
import dev.godwit.manifest.component.HostedComponent.Reply;
import dev.godwit.manifest.internal.custom.RequestParts;
import dev.godwit.manifest.internal.custom.SliceArguments;
import dev.godwit.manifest.internal.draft.Draft;
import dev.godwit.manifest.internal.request.Meter;
import dev.godwit.manifest.internal.slice.Partition;
import dev.godwit.manifest.internal.slice.Partitions;
import dev.godwit.manifest.internal.slice.Router;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Partitions that are made somewhere else, all of them when the first is asked for.
record HostedRouter(HostedComponent component) implements Router {
  @Override
  public Partitions open(Map<String, @Nullable Object> state, Meter meter) {
    return new Made(component, state);
  }

  @Override
  public void addTo(Draft draft, Slice slice) {
    Map<String, @Nullable Object> arguments = SliceArguments.of(slice);
    RequestParts.addTo(draft, component.call("slice_parts", arguments, new byte[0]).object());
  }

  @SuppressWarnings("unchecked")
  private static Map<String, @Nullable Object> fields(@Nullable Object value) {
    return value instanceof Map<?, ?> map ? (Map<String, @Nullable Object>) map : Map.of();
  }

  /// The partitions of one reading. Those before a failure come first.
  private static final class Made implements Partitions {
    private final HostedComponent component;
    private final Map<String, @Nullable Object> state;
    private @Nullable Iterator<?> left;
    private @Nullable GodwitException failure;
    private volatile @Nullable Map<String, @Nullable Object> parents;

    Made(HostedComponent component, Map<String, @Nullable Object> state) {
      this.component = component;
      this.state = state;
    }

    @Override
    public @Nullable Partition next() {
      Iterator<?> remaining = left == null ? make() : left;
      if (!remaining.hasNext()) {
        if (failure != null) {
          throw failure;
        }
        return null;
      }
      Map<String, @Nullable Object> made = fields(remaining.next());
      return new Partition(fields(made.get("values")), fields(made.get("extras")));
    }

    private Iterator<?> make() {
      Reply reply = component.call("partitions", Map.of("state", state), new byte[0]);
      failure = reply.failure();
      parents = reply.value() == null ? null : fields(reply.value());
      Iterator<?> all =
          JsonParser.LENIENT.parse(reply.rows()) instanceof List<?> list
              ? list.iterator()
              : List.of().iterator();
      left = all;
      return all;
    }

    @Override
    public @Nullable Map<String, @Nullable Object> parentState() {
      return parents;
    }

    @Override
    public void close() {}
  }
}
