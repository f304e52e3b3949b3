package dev.godwit;

import dev.godwit.connector.ConnectorReference;
import dev.godwit.connector.Programs;
import dev.godwit.core.Connector;
import dev.godwit.core.Destination;
import dev.godwit.core.Source;
import dev.godwit.core.Surroundings;
import dev.godwit.core.error.GodwitException;
import dev.godwit.core.log.Log;
import dev.godwit.destinations.Destinations;
import dev.godwit.permission.PythonPermission;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Where rows come from.
sealed interface Origin {
  /// What users call it: the path of a manifest, a connector, or a URI.
  String name();

  Surroundings surroundings();

  /// Opens it. The caller closes it.
  ///
  /// @param silence how long it may say nothing, where it is a program; zero for ever
  Source open(Duration silence);

  /// Looks whether rows can go from here to there.
  ///
  /// @param opened this origin
  /// @throws GodwitException CONFIG when they can't
  void requireFit(Source opened, Destination to);

  /// A connector with its configuration.
  record OfConnector(
      ConnectorReference reference, Map<String, @Nullable Object> config, Surroundings surroundings)
      implements Origin {
    /// Written out because compact constructors do not carry type annotations into class files.
    public OfConnector(
        ConnectorReference reference,
        Map<String, @Nullable Object> config,
        Surroundings surroundings) {
      this.reference = reference;
      this.config = Collections.unmodifiableMap(new LinkedHashMap<>(config));
      this.surroundings = surroundings;
    }

    /// A connector without configuration, in the surroundings of the process.
    static OfConnector of(ConnectorReference reference) {
      return new OfConnector(reference, Map.of(), Surroundings.ofProcess(Log.NONE));
    }

    OfConnector with(Map<String, @Nullable Object> other) {
      return new OfConnector(reference, other, surroundings);
    }

    OfConnector with(PythonPermission permission) {
      return new OfConnector(reference.with(permission), config, surroundings);
    }

    OfConnector with(Surroundings other) {
      return new OfConnector(reference, config, other);
    }

    @Override
    public String name() {
      Path file = reference.file();
      return file == null ? reference.text() : file.toString();
    }

    /// The connector, before it is configured.
    Connector connector(Duration silence) {
      return Programs.source(reference, silence, surroundings);
    }

    @Override
    public Source open(Duration silence) {
      return connector(silence).open(config, surroundings);
    }

    @Override
    public void requireFit(Source opened, Destination to) {}
  }

  /// What was written to a destination.
  record OfDestination(String name, Surroundings surroundings) implements Origin {
    @Override
    public Source open(Duration silence) {
      Destination holder = Destinations.open(name, surroundings.clock());
      try {
        return new HeldSource(holder.contents(), holder);
      } catch (RuntimeException | Error e) {
        holder.close();
        throw e;
      }
    }

    @Override
    public void requireFit(Source opened, Destination to) {
      if (opened instanceof HeldSource held && held.holder().place().equals(to.place())) {
        throw GodwitException.config("copy.same-place", "Both ends of the copy are " + name + ".")
            .hint("Copy to another place.");
      }
      if (opened.discover().streams().isEmpty()) {
        throw GodwitException.config(
                "copy.nothing", "No sync has written anything to " + name + ".")
            .hint("Check that it is the place that syncs write to.");
      }
    }
  }
}
