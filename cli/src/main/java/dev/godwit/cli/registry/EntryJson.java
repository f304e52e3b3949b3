package dev.godwit.cli.registry;

import dev.godwit.registry.entry.BreakingChange;
import dev.godwit.registry.entry.ConnectorEntry;
import dev.godwit.registry.entry.Packaging;
import dev.godwit.registry.entry.Standing;
import dev.godwit.registry.lock.Pin;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Entries and pins for programs.
final class EntryJson {
  private EntryJson() {}

  /// What lists tell.
  ///
  /// @param pinned the version in use; null where it is not
  static Map<String, @Nullable Object> brief(ConnectorEntry entry, @Nullable String pinned) {
    Standing standing = entry.standing();
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("name", entry.name().text());
    fields.put("kind", entry.name().kind().word());
    fields.put("title", entry.title());
    fields.put("version", entry.version().text());
    fields.put("pinned", pinned);
    fields.put("runs_as", Words.form(entry));
    fields.put("support_level", standing.supportLevel());
    fields.put("release_stage", standing.releaseStage());
    fields.put("success_rate", standing.successRate());
    fields.put("usage", standing.usage());
    fields.put("documentation_url", entry.documentationUrl());
    return fields;
  }

  /// All that is known.
  static Map<String, @Nullable Object> full(
      ConnectorEntry entry, @Nullable String pinned, @Nullable String manifest) {
    Packaging packaging = entry.packaging();
    Map<String, @Nullable Object> fields = brief(entry, pinned);
    fields.put("manifest", manifest);
    fields.put("python", packaging.pythonPackage());
    fields.put("image", packaging.repository());
    fields.put("language", packaging.language());
    fields.put("license", entry.standing().license());
    fields.put("release_date", entry.standing().releaseDate());
    fields.put("allowed_hosts", entry.allowedHosts());
    fields.put("suggested_streams", entry.suggestedStreams());
    fields.put("tags", entry.tags());
    fields.put("versions", entry.versions().stream().map(Object::toString).toList());
    fields.put("candidates", entry.candidates().stream().map(Object::toString).toList());
    fields.put(
        "breaking_changes", entry.breakingChanges().stream().map(EntryJson::change).toList());
    return fields;
  }

  static Map<String, @Nullable Object> change(BreakingChange change) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("version", change.version().text());
    fields.put("message", change.message());
    fields.put("deadline", change.deadline());
    fields.put("migration_url", change.migrationUrl());
    fields.put("streams", change.streams());
    return fields;
  }

  static Map<String, @Nullable Object> pin(Pin pin) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("name", pin.name().text());
    fields.put("kind", pin.name().kind().word());
    fields.put("version", pin.version().text());
    fields.put("runs_as", Words.form(pin));
    fields.put("registry", pin.registry());
    fields.put("sha256", pin.manifest() == null ? null : pin.manifest().sha256());
    return fields;
  }
}
