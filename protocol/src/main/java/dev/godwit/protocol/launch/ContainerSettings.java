package dev.godwit.protocol.launch;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// How containers run. Sizes and names are handed to the runtime as they are.
///
/// @param runtime the command line to use, a path or a name on `PATH`; null takes `docker`, else
///   `podman`
/// @param memory the most memory that a container may use, as in `2g`; null leaves it to the
///   runtime
/// @param cpus the most processors that it may use, as in `1.5`; null leaves it to the runtime
/// @param user the user within the container; null leaves it to the image
/// @param network the network it joins, as in `host`; null leaves it to the runtime
/// @param volumes folders that containers see: their path here, and the one in containers
/// @param mapsPaths whether paths in configurations that lie in such folders are rewritten to what
///   containers call them
/// @param options further options for `run`
public record ContainerSettings(
    @Nullable String runtime,
    @Nullable String memory,
    @Nullable String cpus,
    @Nullable String user,
    @Nullable String network,
    SequencedMap<Path, String> volumes,
    boolean mapsPaths,
    List<String> options) {
  /// No bounds, no folders.
  public static final ContainerSettings STANDARD =
      new ContainerSettings(
          null, null, null, null, null, new LinkedHashMap<>(Map.of()), false, List.of());

  public ContainerSettings {
    volumes = new LinkedHashMap<>(volumes);
    options = List.copyOf(options);
  }
}
