package dev.godwit.cli.registry;

import dev.godwit.cli.terminal.Table;
import dev.godwit.cli.terminal.Table.Column;
import dev.godwit.cli.terminal.Terminal;
import dev.godwit.core.json.JsonWriter;
import dev.godwit.registry.Connectors;
import dev.godwit.registry.Program;
import dev.godwit.registry.Resolved;
import dev.godwit.registry.entry.ConnectorEntry;
import dev.godwit.registry.entry.ConnectorName;
import dev.godwit.registry.lock.Pin;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Lists of connectors, as tables or as JSON.
final class ConnectorLists {
  private final Connectors connectors;
  private final Terminal terminal;
  private final boolean json;

  public ConnectorLists(Connectors connectors, Terminal terminal, boolean json) {
    this.connectors = connectors;
    this.terminal = terminal;
    this.json = json;
  }

  /// Prints what the project has of its own, and what it has pinned.
  public void used() {
    List<Resolved> own = connectors.own();
    List<Pin> pins = connectors.pins();
    if (json) {
      List<Object> all = new ArrayList<>();
      own.forEach(each -> all.add(ownJson(each)));
      pins.forEach(pin -> all.add(EntryJson.pin(pin)));
      print(all);
    } else if (own.isEmpty() && pins.isEmpty()) {
      terminal
          .err()
          .line("This project uses no connectors yet. Add one: godwit connectors add NAME");
    } else {
      Table table =
          new Table(
              List.of(
                  Column.text("connector"),
                  Column.text("version"),
                  Column.text("runs as"),
                  Column.text("from")));
      own.forEach(each -> table.row(List.of(each.name().text(), "-", "manifest", file(each))));
      pins.forEach(pin ->
          table.row(
              List.of(pin.name().text(), pin.version().text(), Words.form(pin), pin.registry())));
      table.print(terminal.out());
    }
  }

  /// Prints entries of the registry.
  public void offered(List<ConnectorEntry> entries) {
    Map<ConnectorName, String> pinned = new LinkedHashMap<>();
    connectors.pins().forEach(pin -> pinned.put(pin.name(), pin.version().text()));
    if (json) {
      print(
          entries.stream().map(entry -> EntryJson.brief(entry, pinned.get(entry.name()))).toList());
    } else if (entries.isEmpty()) {
      terminal.err().line("The registry has no such connector.");
    } else {
      table(entries, pinned).print(terminal.out());
    }
    connectors
        .registry()
        .refused()
        .forEach((place, why) ->
            terminal.err().line("Left out of the registry's list: " + place + ", " + why));
  }

  private static Table table(List<ConnectorEntry> entries, Map<ConnectorName, String> pinned) {
    Table table =
        new Table(
            List.of(
                Column.text("connector"),
                Column.text("version"),
                Column.text("runs as"),
                Column.text("support"),
                Column.text("success"),
                Column.text("usage"),
                Column.text("pinned")));
    for (ConnectorEntry entry : entries) {
      table.row(
          List.of(
              entry.name().text(),
              entry.version().text(),
              Words.form(entry),
              Words.orDash(entry.standing().supportLevel()),
              Words.orDash(entry.standing().successRate()),
              Words.orDash(entry.standing().usage()),
              pinned.getOrDefault(entry.name(), "-")));
    }
    return table;
  }

  private static Map<String, @Nullable Object> ownJson(Resolved own) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("name", own.name().text());
    fields.put("kind", own.name().kind().word());
    fields.put("version", null);
    fields.put("runs_as", "manifest");
    fields.put("file", file(own));
    return fields;
  }

  private static String file(Resolved own) {
    return own.program() instanceof Program.Manifest manifest ? manifest.file().toString() : "";
  }

  private void print(List<?> all) {
    terminal.out().line(JsonWriter.text(Map.of("connectors", all)));
  }
}
