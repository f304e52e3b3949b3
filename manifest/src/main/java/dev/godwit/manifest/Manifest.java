package dev.godwit.manifest;

import dev.godwit.core.Connector;
import dev.godwit.core.ConnectorSpec;
import dev.godwit.core.Source;
import dev.godwit.core.Surroundings;
import dev.godwit.core.error.GodwitException;
import dev.godwit.manifest.component.ComponentHosts;
import dev.godwit.manifest.component.ComponentSite;
import dev.godwit.manifest.internal.bind.ManifestLoader;
import dev.godwit.manifest.internal.custom.CustomParts;
import dev.godwit.manifest.internal.custom.PortedHosts;
import dev.godwit.manifest.internal.lint.Linter;
import dev.godwit.manifest.internal.spec.DeclarativeSource;
import dev.godwit.manifest.internal.spec.Spec;
import dev.godwit.manifest.internal.stream.AdvancedAuth;
import dev.godwit.manifest.internal.stream.SourceCompiler;
import dev.godwit.manifest.lint.Finding;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A low-code manifest: a YAML document that describes how to read an API. Immutable and
/// thread-safe.
public final class Manifest implements Connector {
  private final DeclarativeSource document;

  private Manifest(DeclarativeSource document) {
    this.document = document;
  }

  /// Reads a manifest from a YAML or JSON file.
  ///
  /// @throws GodwitException CONFIG with file and line when it cannot be read or is not a manifest
  public static Manifest load(Path file) {
    return new Manifest(ManifestLoader.load(file).value());
  }

  /// Reads a manifest from text.
  ///
  /// @param name stands for the file in errors
  /// @throws GodwitException CONFIG with name and line when it is not a manifest
  public static Manifest parse(String name, String text) {
    return new Manifest(ManifestLoader.load(name, text).value());
  }

  /// Looks through a text without running it and tells everything that is wrong in it, or probably
  /// not meant, in the order of the text.
  ///
  /// @param file the name that findings give for the text
  public static List<Finding> lint(String file, String text) {
    return Linter.lint(file, text);
  }

  /// Looks through a file, as [#lint(String, String)] does through a text.
  ///
  /// @param name the name that findings give for the file
  /// @throws GodwitException CONFIG when the file cannot be read
  public static List<Finding> lint(String name, Path file) {
    return Linter.lint(name, file);
  }

  /// The components of its streams that classes outside of the manifest implement, in the order of
  /// the text.
  public List<ComponentSite> pythonComponents() {
    return CustomParts.sites(document.origin());
  }

  /// A manifest without a spec can be configured with anything.
  @Override
  public ConnectorSpec spec() {
    Spec spec = document.spec();
    return spec == null
        ? new ConnectorSpec(null, Map.of(), null)
        : new ConnectorSpec(
            spec.documentationUrl(),
            spec.connectionSpecification(),
            AdvancedAuth.toMap(spec.advancedAuth()));
  }

  /// As [#open(Map, Surroundings)], with components that classes outside of the manifest implement.
  ///
  /// @param hosts runs those that no [dev.godwit.manifest.component.ComponentFactory] makes
  public Source open(
      Map<String, @Nullable Object> config, Surroundings surroundings, ComponentHosts hosts) {
    return SourceCompiler.compile(document, config, surroundings, PortedHosts.before(hosts));
  }

  /// Streams with components that classes outside of the manifest implement are refused, unless
  /// there is such a class in Java: see [dev.godwit.manifest.component.ComponentFactory].
  @Override
  public Source open(Map<String, @Nullable Object> config, Surroundings surroundings) {
    return open(config, surroundings, ComponentHosts.NONE);
  }
}
