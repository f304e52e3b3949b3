package dev.godwit.cli.registry;

import dev.godwit.cli.terminal.Channel;
import dev.godwit.cli.terminal.Terminal;
import dev.godwit.core.error.GodwitException;
import dev.godwit.core.json.JsonWriter;
import dev.godwit.registry.Connectors;
import dev.godwit.registry.entry.ConnectorEntry;
import dev.godwit.registry.entry.ConnectorQuery;
import dev.godwit.registry.entry.ConnectorVersion;
import dev.godwit.registry.lock.Pin;
import java.util.Optional;

/// Pins versions and says so.
final class PinReport {
  private final Connectors connectors;
  private final Channel out;
  private final boolean json;

  public PinReport(Connectors connectors, Terminal terminal, boolean json) {
    this.connectors = connectors;
    this.out = terminal.out();
    this.json = json;
  }

  /// Pins a connector that is new to the project.
  ///
  /// @throws GodwitException CONFIG `registry.pinned-otherwise` where it has another version
  public void add(String text) {
    ConnectorQuery query = ConnectorQuery.parse(text);
    Optional<Pin> known = connectors.pin(query, null);
    ConnectorVersion version = query.version();
    if (known.isPresent() && (version == null || known.get().version().equals(version))) {
      connectors.resolve(text);
      tell(known.get(), "is pinned already");
    } else if (known.isPresent()) {
      connectors.resolve(text);
    } else {
      ConnectorEntry entry = connectors.registry().require(query, null);
      tell(connectors.pinned(entry, version), "is pinned in godwit.lock");
    }
  }

  /// Pins a version, whatever was pinned before.
  public void pin(String text) {
    ConnectorQuery query = ConnectorQuery.parse(text);
    ConnectorVersion version = query.version();
    if (version == null) {
      throw GodwitException.config("usage", "Which version of " + query.written() + "?")
          .hint("Write it after an @: godwit connectors pin " + query.written() + "@1.2.3");
    }
    ConnectorEntry entry = connectors.registry().require(query, null);
    tell(connectors.pinned(entry, version), "is pinned in godwit.lock");
  }

  private void tell(Pin pin, String what) {
    if (json) {
      out.line(JsonWriter.text(EntryJson.pin(pin)));
    } else {
      out.line(
          "%s %s %s; it runs as %s.".formatted(pin.name(), pin.version(), what, Words.form(pin)));
    }
  }
}
