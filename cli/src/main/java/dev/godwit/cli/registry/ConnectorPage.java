package dev.godwit.cli.registry;

import dev.godwit.cli.terminal.Cells;
import dev.godwit.cli.terminal.Channel;
import dev.godwit.cli.terminal.Terminal;
import dev.godwit.core.json.JsonWriter;
import dev.godwit.registry.Connectors;
import dev.godwit.registry.entry.BreakingChange;
import dev.godwit.registry.entry.ConnectorEntry;
import dev.godwit.registry.entry.ConnectorQuery;
import dev.godwit.registry.entry.Packaging;
import dev.godwit.registry.entry.Standing;
import dev.godwit.registry.lock.Pin;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// All that is known of a connector.
final class ConnectorPage {
  private final Connectors connectors;
  private final Channel out;
  private final boolean json;

  public ConnectorPage(Connectors connectors, Terminal terminal, boolean json) {
    this.connectors = connectors;
    this.out = terminal.out();
    this.json = json;
  }

  /// Prints what the registry says of a name, and what the project has pinned.
  public void print(String name) {
    ConnectorEntry entry = connectors.registry().require(ConnectorQuery.parse(name), null);
    String pinned =
        connectors
            .pin(new ConnectorQuery(entry.name().text(), null), entry.name().kind())
            .map(Pin::version)
            .map(Object::toString)
            .orElse(null);
    String manifest = connectors.manifestAddress(entry).orElse(null);
    if (json) {
      out.line(JsonWriter.text(EntryJson.full(entry, pinned, manifest)));
      return;
    }
    out.line(out.style().bold(Cells.harmless(entry.title())));
    Standing standing = entry.standing();
    line("name", entry.name() + " " + entry.version());
    line("kind", Words.join(entry.name().kind().word(), entry.subtype()));
    line("pinned", pinned == null ? "no; godwit connectors add " + entry.name() : pinned);
    line("runs as", String.join(", else ", forms(entry)));
    line("support", Words.join(standing.supportLevel(), standing.releaseStage()));
    line("success", Words.orDash(standing.successRate()));
    line("usage", Words.orDash(standing.usage()));
    line("license", standing.license());
    line("documentation", entry.documentationUrl());
    line("manifest and spec", manifest);
    line("hosts", String.join(", ", entry.allowedHosts()));
    line("suggested streams", String.join(", ", entry.suggestedStreams()));
    line("versions", String.join(", ", entry.versions().stream().map(Object::toString).toList()));
    line(
        "being tried out",
        String.join(", ", entry.candidates().stream().map(Object::toString).toList()));
    entry.breakingChanges().forEach(change -> line("breaks in " + change.version(), text(change)));
  }

  private static List<String> forms(ConnectorEntry entry) {
    Packaging packaging = entry.packaging();
    List<String> forms = new ArrayList<>();
    if (packaging.declarative()) {
      forms.add("manifest");
    }
    if (packaging.pythonPackage() != null) {
      forms.add("Python package " + packaging.pythonPackage());
    }
    forms.add("image " + packaging.repository());
    return forms;
  }

  /// A breaking change on one line.
  static String text(BreakingChange change) {
    StringBuilder text = new StringBuilder(change.message().replaceAll("\\s+", " "));
    if (!change.streams().isEmpty()) {
      text.append(" Only streams ").append(String.join(", ", change.streams())).append('.');
    }
    if (change.deadline() != null) {
      text.append(" Until ").append(change.deadline()).append('.');
    }
    if (change.migrationUrl() != null) {
      text.append(" See ").append(change.migrationUrl());
    }
    return text.toString();
  }

  private void line(String label, @Nullable String text) {
    if (text != null && !text.isBlank()) {
      out.line("  " + Cells.pad(label, 18) + Cells.harmless(text));
    }
  }
}
