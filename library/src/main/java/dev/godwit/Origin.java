package dev.godwit;

import dev.godwit.connector.ConnectorReference;
import dev.godwit.connector.Programs;
import dev.godwit.core.Connector;
import dev.godwit.core.Destination;
import dev.godwit.core.Source;
import dev.godwit.core.Surroundings;
import dev.godwit.core.error.GodwitException;
import dev.godwit.core.log.Log;
import dev.godwit.core.sync.RunPolicy;
import dev.godwit.destinations.Destinations;
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

  /// This origin, which may say nothing for that long; zero for ever.
  default Origin with(Duration silence) {
    return this;
  }

  /// Opens it. The caller closes it.
  Source open();

  /// Looks whether rows can go from here to there.
  ///
  /// @param opened this origin
  /// @throws GodwitException CONFIG when they can't
  void requireFit(Source opened, Destination to);

  /// A connector with its configuration.
  record OfConnector(
      ConnectorReference reference,
      Map<String, @Nullable Object> config,
      Duration silence,
      Surroundings surroundings)
      implements Origin {
    /// Written out because compact constructors do not carry type annotations into class files.
    public OfConnector(
        ConnectorReference reference,
        Map<String, @Nullable Object> config,
        Duration silence,
        Surroundings surroundings) {
      this.reference = reference;
      this.config = Collections.unmodifiableMap(new LinkedHashMap<>(config));
      this.silence = silence;
      this.surroundings = surroundings;
    }

    /// A connector without configuration, in the surroundings of the process.
    static OfConnector of(ConnectorReference reference) {
      return new OfConnector(
          reference, Map.of(), RunPolicy.USUAL.silence(), Surroundings.ofProcess(Log.NONE));
    }

    OfConnector with(Map<String, @Nullable Object> other) {
      return new OfConnector(reference, other, silence, surroundings);
    }

    OfConnector with(Surroundings other) {
      return new OfConnector(reference, config, silence, other);
    }

    @Override
    public OfConnector with(Duration other) {
      return new OfConnector(reference, config, other, surroundings);
    }

    @Override
    public String name() {
      Path file = reference.file();
      return file == null ? reference.text() : file.toString();
    }

    Connector connector() {
      return Programs.source(reference, silence, surroundings);
    }

    @Override
    public Source open() {
      return connector().open(config, surroundings);
    }

    @Override
    public void requireFit(Source opened, Destination to) {}
  }

  /// What was written to a destination.
  record OfDestination(String name, Surroundings surroundings) implements Origin {
    @Override
    public Source open() {
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
