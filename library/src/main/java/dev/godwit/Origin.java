package dev.godwit;

import dev.godwit.core.Destination;
import dev.godwit.core.Source;
import dev.godwit.core.Surroundings;
import dev.godwit.core.error.GodwitException;
import dev.godwit.destinations.Destinations;
import dev.godwit.manifest.Manifest;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Where rows come from.
sealed interface Origin {
  /// What users call it: the path of a manifest, or a URI.
  String name();

  Surroundings surroundings();

  /// Opens it. The caller closes it.
  Source open();

  /// Looks whether rows can go from here to there.
  ///
  /// @param opened this origin
  /// @throws GodwitException CONFIG when they can't
  void requireFit(Source opened, Destination to);

  /// A source that a manifest describes.
  record OfManifest(Path manifest, Map<String, @Nullable Object> config, Surroundings surroundings)
      implements Origin {
    /// Written out because compact constructors do not carry type annotations into class files.
    public OfManifest(
        Path manifest, Map<String, @Nullable Object> config, Surroundings surroundings) {
      this.manifest = manifest;
      this.config = Collections.unmodifiableMap(new LinkedHashMap<>(config));
      this.surroundings = surroundings;
    }

    OfManifest with(Map<String, @Nullable Object> other) {
      return new OfManifest(manifest, other, surroundings);
    }

    OfManifest with(Surroundings other) {
      return new OfManifest(manifest, config, other);
    }

    @Override
    public String name() {
      return manifest.toString();
    }

    @Override
    public Source open() {
      return Manifest.load(manifest).open(config, surroundings);
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
