package dev.godwit.manifest.internal.custom;

import dev.godwit.manifest.component.ComponentContext;
import dev.godwit.manifest.component.ComponentFactory;
import dev.godwit.manifest.component.ComponentHost;
import dev.godwit.manifest.component.ComponentHosts;
import dev.godwit.manifest.component.ComponentSite;
import dev.godwit.manifest.component.HostWorld;
import dev.godwit.manifest.component.HostedComponent;
import dev.godwit.manifest.component.JavaComponent;
import dev.godwit.manifest.internal.python.Repr;
import dev.godwit.manifest.internal.template.InterpolatedString;
import dev.godwit.manifest.internal.template.Scope;
import dev.godwit.manifest.internal.template.TemplateEnvironment;
import dev.godwit.manifest.port.StandardPorts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/// Takes components in Java where there are such, and leaves the others to another host.
///
/// @param others runs what no factory knows
public record PortedHosts(List<ComponentFactory> factories, ComponentHosts others)
    implements ComponentHosts {
  /// Those that are found on the class path, and behind them Godwit's own.
  public static PortedHosts before(ComponentHosts others) {
    List<ComponentFactory> factories = new ArrayList<>();
    ServiceLoader.load(ComponentFactory.class).forEach(factories::add);
    factories.add(new StandardPorts());
    return new PortedHosts(List.copyOf(factories), others);
  }

  @Override
  public ComponentHost open(HostWorld world) {
    return new Ported(world, others.open(world));
  }

  private final class Ported implements ComponentHost {
    private final HostWorld world;
    private final ComponentHost other;

    Ported(HostWorld world, ComponentHost other) {
      this.world = world;
      this.other = other;
    }

    @Override
    public void requireAllowed(ComponentSite site) {
      if (find(site) == null) {
        other.requireAllowed(site);
      }
    }

    @Override
    public HostedComponent component(ComponentSite site) {
      JavaComponent port = find(site);
      return port == null ? other.component(site) : new PortedComponent(port, site);
    }

    private @Nullable JavaComponent find(ComponentSite site) {
      Context context = new Context(site, world);
      for (ComponentFactory factory : factories) {
        JavaComponent made = factory.create(context);
        if (made != null) {
          return made;
        }
      }
      return null;
    }

    @Override
    public void close() {
      other.close();
    }
  }

  private record Context(ComponentSite site, HostWorld world) implements ComponentContext {
    @Override
    public Map<String, @Nullable Object> fields() {
      return site.fields();
    }

    @Override
    public String text(String field, String otherwise) {
      Object value = site.fields().get(field);
      if (value == null) {
        return otherwise;
      }
      Scope scope =
          Scope.live(
              world.config(), new TemplateEnvironment(world.surroundings().clock(), () -> 0));
      return Repr.str(
          InterpolatedString.of(Repr.str(value), site.stream().parameters()).eval(scope));
    }
  }
}
