package dev.godwit.protocol.launch;

import dev.godwit.core.file.Caches;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What users decide about programs of others.
///
/// @param cache the folder in which environments of Python packages lie
/// @param offline whether nothing may be downloaded: only what is there already runs
/// @param python the Python interpreter to use: a path, a name on `PATH`, or a version such as
///   `3.11`; null looks for one
/// @param containers how containers run
/// @param passedOn names of further environment variables that connectors may see
/// @param patience how long a connector may take to end when it is asked to, before it is ended by
///   force
public record LaunchSettings(
    Path cache,
    boolean offline,
    @Nullable String python,
    ContainerSettings containers,
    List<String> passedOn,
    Duration patience) {
  private static final Duration SOME_SECONDS = Duration.ofSeconds(5);

  public LaunchSettings {
    passedOn = List.copyOf(passedOn);
  }

  /// What holds where users say nothing: the cache is `godwit/python` in `XDG_CACHE_HOME`, else in
  /// `.cache` of their home.
  ///
  /// @param variables Godwit's environment
  public static LaunchSettings standard(Map<String, String> variables) {
    return new LaunchSettings(
        Caches.folder(variables, "python"),
        false,
        null,
        ContainerSettings.STANDARD,
        List.of(),
        SOME_SECONDS);
  }

  public LaunchSettings withCache(Path folder) {
    return new LaunchSettings(folder, offline, python, containers, passedOn, patience);
  }

  public LaunchSettings withOffline(boolean only) {
    return new LaunchSettings(cache, only, python, containers, passedOn, patience);
  }

  public LaunchSettings withPython(@Nullable String interpreter) {
    return new LaunchSettings(cache, offline, interpreter, containers, passedOn, patience);
  }

  public LaunchSettings with(ContainerSettings other) {
    return new LaunchSettings(cache, offline, python, other, passedOn, patience);
  }

  public LaunchSettings withPassedOn(List<String> names) {
    return new LaunchSettings(cache, offline, python, containers, names, patience);
  }

  public LaunchSettings withPatience(Duration time) {
    return new LaunchSettings(cache, offline, python, containers, passedOn, time);
  }
}
