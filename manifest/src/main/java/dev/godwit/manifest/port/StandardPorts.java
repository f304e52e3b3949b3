package dev.godwit.manifest.port;

import dev.godwit.manifest.component.ComponentContext;
import dev.godwit.manifest.component.ComponentFactory;
import dev.godwit.manifest.component.JavaComponent;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The ports that Godwit brings. A class is known by its name and by having no fields but those
/// that the port understands, since connectors of others may have classes of the same name.
public final class StandardPorts implements ComponentFactory {
  private static final Set<String> COMMON = Set.of("type", "class_name", "$parameters");

  private record Port(Set<String> fields, Function<ComponentContext, JavaComponent> make) {
    boolean understands(Set<String> given) {
      return given.stream().allMatch(field -> COMMON.contains(field) || fields.contains(field));
    }
  }

  private static final Map<String, Port> PORTS =
      Map.of(
          "source_declarative_manifest.components.PocketExtractor",
          new Port(Set.of("field_path"), RecordsById::of),
          "source_declarative_manifest.components.TransformEmptyMetrics",
          new Port(Set.of(), _ -> new EmptyMetrics()),
          "source_declarative_manifest.components.ShortLivedTokenAuthenticator",
          new Port(
              Set.of("url", "client_id", "secret_key", "token_key", "lifetime"),
              ShortLivedTokens::new));

  @Override
  public @Nullable JavaComponent create(ComponentContext context) {
    Port port = PORTS.get(context.site().className());
    return port == null || !port.understands(context.fields().keySet())
        ? null
        : port.make().apply(context);
  }
}
