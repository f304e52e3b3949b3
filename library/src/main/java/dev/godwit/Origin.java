package dev.godwit;

import dev.godwit.cache.HeldSource;
import dev.godwit.connector.ConnectorReference;
import dev.godwit.connector.Programs;
import dev.godwit.core.Connector;
import dev.godwit.core.Destination;
import dev.godwit.core.Source;
import dev.godwit.core.Surroundings;
import dev.godwit.core.error.GodwitException;
import dev.godwit.core.log.Log;
import dev.godwit.core.log.Secrets;
import dev.godwit.given.GivenSource;
import dev.godwit.given.GivenStream;
import dev.godwit.permission.PythonPermission;
import dev.godwit.secret.MaskedSource;
import dev.godwit.secret.SecretLookup;
import dev.godwit.secret.SecretResolver;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
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
  ///
  /// @param config values of Java, with secrets and references to them
  /// @param secrets where those are looked up; empty for the usual places
  record OfConnector(
      ConnectorReference reference,
      Map<String, @Nullable Object> config,
      Surroundings surroundings,
      List<SecretResolver> secrets)
      implements Origin {
    private static final Path DOT_ENV = Path.of(".env");

    /// Written out because compact constructors do not carry type annotations into class files.
    public OfConnector(
        ConnectorReference reference,
        Map<String, @Nullable Object> config,
        Surroundings surroundings,
        List<SecretResolver> secrets) {
      this.reference = reference;
      this.config = Collections.unmodifiableMap(new LinkedHashMap<>(config));
      this.surroundings = surroundings;
      this.secrets = List.copyOf(secrets);
    }

    /// A connector without configuration, in the surroundings of the process.
    static OfConnector of(ConnectorReference reference) {
      return new OfConnector(reference, Map.of(), Surroundings.ofProcess(Log.NONE), List.of());
    }

    OfConnector with(Map<String, @Nullable Object> other) {
      return new OfConnector(reference, other, surroundings, secrets);
    }

    OfConnector with(PythonPermission permission) {
      return new OfConnector(reference.with(permission), config, surroundings, secrets);
    }

    OfConnector with(Surroundings other) {
      return new OfConnector(reference, config, other, secrets);
    }

    OfConnector with(List<SecretResolver> others) {
      return new OfConnector(reference, config, surroundings, others);
    }

    @Override
    public String name() {
      Path file = reference.file();
      return file == null ? reference.text() : file.toString();
    }

    private SecretLookup lookup() {
      return new SecretLookup(
          secrets.isEmpty()
              ? List.of(
                  SecretResolver.environment(surroundings.variables()),
                  SecretResolver.dotEnv(DOT_ENV))
              : secrets);
    }

    /// A word for it that can be the name of a file.
    String word() {
      Path file = reference.file();
      String name = reference.text();
      if (file != null) {
        Path folder = file.toAbsolutePath().getParent();
        Path last = file.getFileName();
        boolean general = last.toString().matches("manifest\\.ya?ml");
        name =
            general && folder != null && folder.getFileName() != null
                ? folder.getFileName().toString()
                : last.toString().replaceFirst("\\.ya?ml$", "");
      }
      return name.replaceFirst("^(pip|docker|exec):", "").replaceAll("[^A-Za-z0-9._-]+", "-");
    }

    /// The connector, before it is configured.
    Connector connector(Duration silence) {
      return Programs.source(reference, silence, surroundings);
    }

    @Override
    public Source open(Duration silence) {
      Secrets found = Secrets.of(List.of());
      Map<String, @Nullable Object> filled = lookup().fillIn(config, found);
      Surroundings world =
          found.isEmpty() ? surroundings : surroundings.with(found.mask(surroundings.log()));
      return MaskedSource.open(found, () -> connector(silence).open(filled, world));
    }

    @Override
    public void requireFit(Source opened, Destination to) {}
  }

  /// Rows that a program has.
  record OfRows(GivenStream given, Surroundings surroundings) implements Origin {
    @Override
    public String name() {
      return given.name().toString();
    }

    @Override
    public Source open(Duration silence) {
      return new GivenSource(given, surroundings.clock());
    }

    @Override
    public void requireFit(Source opened, Destination to) {}
  }

  /// What was written to a destination.
  record OfDestination(String name, Surroundings surroundings) implements Origin {
    @Override
    public Source open(Duration silence) {
      return HeldSource.open(name, surroundings.clock());
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
