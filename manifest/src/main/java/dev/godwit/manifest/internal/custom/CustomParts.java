package dev.godwit.manifest.internal.custom;

import dev.godwit.manifest.component.ComponentHost;
import dev.godwit.manifest.component.ComponentSite;
import dev.godwit.manifest.component.HostedComponent;
import dev.godwit.manifest.component.StreamDefinition;
import dev.godwit.manifest.internal.Unsupported;
import dev.godwit.manifest.internal.spec.Component;
import dev.godwit.manifest.internal.spec.Origin;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Finds who runs the components of a stream that a class outside of the manifest implements.
/// Compilers of all families meet such components, whoever calls them; which stream is being
/// compiled is therefore a value of the thread's scope. Thread-safe.
public final class CustomParts {
  private static final ScopedValue<Compiled> CURRENT = ScopedValue.newInstance();

  private final ComponentHost host;

  /// A stream while it is compiled. Its description is made when a component wants it: most streams
  /// have none. For one thread.
  private static final class Compiled {
    private final ComponentHost host;
    private final Origin stream;
    private @Nullable StreamDefinition definition;

    Compiled(ComponentHost host, Origin stream) {
      this.host = host;
      this.stream = stream;
    }

    StreamDefinition definition() {
      StreamDefinition known = definition;
      if (known == null) {
        known = Definitions.of(stream);
        definition = known;
      }
      return known;
    }
  }

  public CustomParts(ComponentHost host) {
    this.host = host;
  }

  /// Compiles a stream: components that are met inside are parts of it. What no manifest wrote is
  /// part of what is compiled around it.
  public <T> T within(Origin stream, Supplier<T> compilation) {
    if (stream.equals(Origin.NONE)) {
      return compilation.get();
    }
    Compiled compiled = new Compiled(host, stream);
    return ScopedValue.where(CURRENT, compiled).call(compilation::get);
  }

  /// The components of a whole manifest that classes implement, without those that nothing uses.
  public static List<ComponentSite> sites(Origin manifest) {
    return Definitions.sites(manifest).stream()
        .filter(site -> !site.path().startsWith("definitions."))
        .toList();
  }

  /// Looks whether all components of a stream may be run that classes implement.
  ///
  /// @throws dev.godwit.core.error.GodwitException CONFIG when one may not
  public void requireAllowed(Origin stream) {
    Definitions.sites(stream).forEach(host::requireAllowed);
  }

  /// Who runs a component.
  ///
  /// @param className the class that the manifest names
  /// @throws dev.godwit.core.error.GodwitException CONFIG when nobody does
  public static HostedComponent of(Component component, String className) {
    if (!CURRENT.isBound()) {
      throw Unsupported.component(component);
    }
    Compiled compiled = CURRENT.get();
    Origin origin = component.origin();
    return compiled.host.component(
        new ComponentSite(
            component.getClass().getSimpleName(),
            className,
            origin.path(),
            origin.place(),
            origin.node().plain(),
            compiled.definition()));
  }
}
