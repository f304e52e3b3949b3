package dev.godwit.python;

import dev.godwit.core.Surroundings;
import dev.godwit.core.error.GodwitException;
import dev.godwit.manifest.component.ComponentSite;
import dev.godwit.manifest.component.HostWorld;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Holds the classes of a file against the manifest that names them, in a process that imports the
/// file and makes none of them. It reaches no network.
record Review(Path file, PythonSettings settings, Surroundings surroundings) {
  List<Misfit> of(List<ComponentSite> sites) {
    if (sites.isEmpty()) {
      return List.of();
    }
    HostWorld world =
        new HostWorld(
            () -> Map.of(),
            _ -> {},
            surroundings,
            _ -> {
              throw new IOException("nothing is asked for while classes are looked at");
            });
    try (HostProcess process = new HostStart(file, settings, world).run()) {
      Object found =
          process
              .call(
                  sites.getFirst(),
                  "review",
                  Map.of("components", sites.stream().map(Review::described).toList()),
                  Frame.NO_BODY)
              .result();
      return found instanceof List<?> list ? misfits(list, sites) : List.of();
    } catch (GodwitException e) {
      if (e.code().equals("component.import")) {
        return List.of(new Misfit(sites.getFirst(), true, "import", 0, e.message()));
      }
      throw e;
    }
  }

  private static Map<String, @Nullable Object> described(ComponentSite site) {
    Map<String, @Nullable Object> described = new LinkedHashMap<>();
    described.put("type", site.type());
    described.put("class_name", site.className());
    described.put("fields", ownFields(site));
    return described;
  }

  /// Without those that the component was handed from the outside, which are not written for it.
  private static List<String> ownFields(ComponentSite site) {
    Set<?> handed =
        site.fields().get("$parameters") instanceof Map<?, ?> parameters
            ? parameters.keySet()
            : Set.of();
    return site.fields().keySet().stream().filter(name -> !handed.contains(name)).toList();
  }

  private static List<Misfit> misfits(List<?> found, List<ComponentSite> sites) {
    List<Misfit> misfits = new ArrayList<>();
    for (Object each : found) {
      if (each instanceof Map<?, ?> finding
          && finding.get("index") instanceof Long index
          && finding.get("line") instanceof Long line) {
        misfits.add(
            new Misfit(
                sites.get(Math.toIntExact(index)),
                Boolean.TRUE.equals(finding.get("error")),
                String.valueOf(finding.get("code")),
                Math.toIntExact(line),
                String.valueOf(finding.get("message"))));
      }
    }
    return misfits;
  }
}
