package dev.godwit.registry;

import dev.godwit.core.Surroundings;
import dev.godwit.core.error.GodwitException;
import dev.godwit.core.error.Spelling;
import dev.godwit.registry.entry.ConnectorEntry;
import dev.godwit.registry.entry.ConnectorKind;
import dev.godwit.registry.entry.ConnectorName;
import dev.godwit.registry.entry.ConnectorQuery;
import dev.godwit.registry.internal.index.RegistryIndex;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The registry that the settings name. Its list is read when it is first needed. For one thread.
public final class Registry {
  private static final List<String> BEST_FIRST = List.of("high", "medium", "low");

  private final IndexStore store;
  private @Nullable RegistryIndex index;

  Registry(RegistrySettings settings, Network network, Surroundings surroundings) {
    this.store = new IndexStore(settings, network, surroundings.clock(), surroundings.log());
  }

  /// Asks whether there is a newer list than the one that was read today.
  ///
  /// @throws GodwitException where it can neither be asked for nor taken from the cache
  public void refresh() {
    index = store.load(Freshness.NEWEST);
  }

  /// Every connector, in alphabetical order.
  public List<ConnectorEntry> all() {
    return index().entries();
  }

  /// Why entries of the list were left out, by the place where they stand.
  public Map<String, String> refused() {
    return index().refused();
  }

  /// What the registry says of a connector.
  public Optional<ConnectorEntry> find(ConnectorName name) {
    return index().find(name);
  }

  /// What a user means by a name.
  ///
  /// @param kind null where both are possible; sources come first then
  public Optional<ConnectorEntry> find(ConnectorQuery query, @Nullable ConnectorKind kind) {
    return query.candidates(kind).stream().map(this::find).flatMap(Optional::stream).findFirst();
  }

  /// As above.
  ///
  /// @throws GodwitException CONFIG `registry.unknown-connector`, with a name that is near
  public ConnectorEntry require(ConnectorQuery query, @Nullable ConnectorKind kind) {
    return find(query, kind).orElseThrow(() -> unknown(query, kind));
  }

  /// The connectors that all words are found in, the best ones first: by how well they fit, then by
  /// usage and success.
  public List<ConnectorEntry> search(List<String> words) {
    return all().stream()
        .filter(entry -> entry.score(words) > 0)
        .sorted(
            Comparator.comparingInt((ConnectorEntry entry) -> -entry.score(words))
                .thenComparingInt(entry -> rank(entry.standing().usage()))
                .thenComparingInt(entry -> rank(entry.standing().successRate())))
        .toList();
  }

  private static int rank(@Nullable String word) {
    int rank = BEST_FIRST.indexOf(word == null ? "" : word);
    return rank < 0 ? BEST_FIRST.size() : rank;
  }

  private RegistryIndex index() {
    RegistryIndex known = index;
    if (known == null) {
      known = store.load(Freshness.OF_TODAY);
      index = known;
    }
    return known;
  }

  private GodwitException unknown(ConnectorQuery query, @Nullable ConnectorKind kind) {
    List<String> names =
        all().stream()
            .map(ConnectorEntry::name)
            .filter(name -> kind == null || name.kind() == kind)
            .flatMap(name -> Stream.of(name.shortText(), name.text()))
            .distinct()
            .toList();
    String what = kind == null ? "connector" : kind.word();
    return GodwitException.config(
            "registry.unknown-connector",
            Spelling.sentence(
                "There is no " + what + " " + query.written(), query.written(), names))
        .hint("Look for one with: godwit connectors search WORD");
  }
}
