package dev.godwit.cli.registry;

import dev.godwit.cli.terminal.Cells;
import dev.godwit.cli.terminal.Channel;
import dev.godwit.cli.terminal.Terminal;
import dev.godwit.core.json.JsonWriter;
import dev.godwit.registry.Connectors;
import dev.godwit.registry.Update;
import dev.godwit.registry.entry.BreakingChange;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Updates: what they bring, whom they touch, and whether they were made.
final class UpdateReport {
  private final Connectors connectors;
  private final Channel out;
  private final Path folder;
  private final boolean json;

  public UpdateReport(Connectors connectors, Terminal terminal, boolean json) {
    this.connectors = connectors;
    this.out = terminal.out();
    this.folder = terminal.folder();
    this.json = json;
  }

  /// Makes those updates that nobody has to agree to, or all.
  ///
  /// @param names which connectors; empty for all
  /// @return whether none is left that somebody has to agree to
  public boolean update(List<String> names, boolean dryRun, boolean agreed) {
    connectors.registry().refresh();
    List<Update> updates = connectors.updates(names);
    List<Object> told = new ArrayList<>();
    boolean complete = true;
    for (Update update : updates) {
      boolean apply = !dryRun && (agreed || !update.needsConsent());
      complete &= apply || dryRun;
      if (apply) {
        connectors.apply(update);
      }
      if (json) {
        told.add(fields(update, apply));
      } else {
        print(update, apply, dryRun);
      }
    }
    if (json) {
      out.line(JsonWriter.text(Map.of("updates", told)));
    } else if (updates.isEmpty()) {
      out.line("Every connector is up to date.");
    }
    return complete;
  }

  private void print(Update update, boolean applied, boolean dryRun) {
    String step = "%s %s → %s".formatted(update.pin().name(), update.from(), update.to());
    String note = update.isStepBack() ? ": the registry has gone back" : "";
    out.line(step + note + (applied ? "" : dryRun ? " (not made: --dry-run)" : " (not made)"));
    List<StreamsInUse> uses = StreamsInUse.of(update.pin().name(), folder);
    for (BreakingChange change : update.breakingChanges()) {
      out.line(
          Cells.harmless("  breaks in " + change.version() + ": " + ConnectorPage.text(change)));
      uses.forEach(use -> out.line("    " + Cells.harmless(text(use, change))));
    }
    if (!applied && !dryRun) {
      out.line("  Agree with: godwit connectors update " + update.pin().name() + " --yes");
    }
  }

  private static String text(StreamsInUse use, BreakingChange change) {
    List<String> affected = use.affected(change);
    if (affected.isEmpty()) {
      return use.file() + ": none of its streams";
    }
    return use.file() + ": " + String.join(", ", affected).replace("*", "all streams");
  }

  private Map<String, @Nullable Object> fields(Update update, boolean applied) {
    List<StreamsInUse> uses = StreamsInUse.of(update.pin().name(), folder);
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("name", update.pin().name().text());
    fields.put("from", update.from().text());
    fields.put("to", update.to().text());
    fields.put("needs_consent", update.needsConsent());
    fields.put("applied", applied);
    fields.put(
        "breaking_changes",
        update.breakingChanges().stream().map(change -> fields(change, uses)).toList());
    return fields;
  }

  private static Map<String, @Nullable Object> fields(
      BreakingChange change, List<StreamsInUse> uses) {
    Map<String, @Nullable Object> fields = EntryJson.change(change);
    Map<String, Object> affected = new LinkedHashMap<>();
    uses.forEach(use -> affected.put(use.file(), use.affected(change)));
    fields.put("affected", affected);
    return fields;
  }
}
