package dev.godwit.registry.entry;

import dev.godwit.core.error.GodwitException;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a user writes for a connector: `pokeapi`, `source-pokeapi`, `pokeapi@1.2.3`.
///
/// @param written the name as it was written, without the version
/// @param version null for whichever is pinned, or else the newest
public record ConnectorQuery(String written, @Nullable ConnectorVersion version) {
  public ConnectorQuery {
    ConnectorName.requirePlain(written);
  }

  /// Takes name and version apart.
  ///
  /// @throws GodwitException CONFIG `registry.bad-name` or `registry.bad-version`
  public static ConnectorQuery parse(String text) {
    int at = text.indexOf('@');
    return at < 0
        ? new ConnectorQuery(text, null)
        : new ConnectorQuery(text.substring(0, at), new ConnectorVersion(text.substring(at + 1)));
  }

  /// The names that may be meant, the likeliest first.
  ///
  /// @param kind null where both ends are possible; sources come first then
  public List<ConnectorName> candidates(@Nullable ConnectorKind kind) {
    List<ConnectorKind> kinds = kind == null ? List.of(ConnectorKind.values()) : List.of(kind);
    List<ConnectorName> complete =
        ConnectorName.complete(written).stream()
            .filter(name -> kinds.contains(name.kind()))
            .toList();
    return Stream.of(
            complete.stream(),
            kinds.stream().map(each -> new ConnectorName(each, each.prefix() + written)),
            kinds.stream().map(each -> new ConnectorName(each, written)))
        .flatMap(names -> names)
        .distinct()
        .toList();
  }
}
