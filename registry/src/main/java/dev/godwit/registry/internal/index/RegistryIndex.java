package dev.godwit.registry.internal.index;

import dev.godwit.core.error.GodwitException;
import dev.godwit.registry.entry.ConnectorEntry;
import dev.godwit.registry.entry.ConnectorName;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The list of a registry. Immutable.
///
/// @param entries those that can be relied on, in alphabetical order
/// @param refused why others were left out, by the place where they stand
/// @param claimed names that more than one entry claims
public record RegistryIndex(
    List<ConnectorEntry> entries, Map<String, String> refused, List<ConnectorName> claimed) {
  public RegistryIndex {
    entries = List.copyOf(entries);
    refused = Map.copyOf(refused);
    claimed = List.copyOf(claimed);
  }

  /// The entry of a name; empty where there is none.
  ///
  /// @throws GodwitException SYSTEM `registry.untrusted` where several entries have the name
  public Optional<ConnectorEntry> find(ConnectorName name) {
    if (claimed.contains(name)) {
      throw Untrusted.because("The registry has more than one entry for " + name + ".");
    }
    return entries.stream().filter(entry -> entry.name().equals(name)).findFirst();
  }

  /// Sorts entries by name and leaves out those whose name is not theirs alone.
  static RegistryIndex of(List<ConnectorEntry> all, Map<String, String> refused) {
    Set<ConnectorName> seen = new HashSet<>();
    List<ConnectorName> claimed =
        all.stream().map(ConnectorEntry::name).filter(name -> !seen.add(name)).distinct().toList();
    return new RegistryIndex(
        all.stream()
            .filter(entry -> !claimed.contains(entry.name()))
            .sorted(
                Comparator.comparing((ConnectorEntry entry) -> entry.name().shortText())
                    .thenComparing(entry -> entry.name().kind()))
            .toList(),
        refused,
        claimed);
  }
}
