package dev.godwit.cli.command;

import dev.godwit.SyncBuilder;
import dev.godwit.core.schema.Acceptance;
import dev.godwit.core.schema.SchemaPolicy;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine.Option;

/// What comes of changes of schemas.
final class SchemaOptions {
  @Option(
      names = "--on-schema-change",
      paramLabel = "CHANGE=ACTION",
      split = ",",
      description =
          "What comes of a change, for all streams: new-stream, new-column, new-personal-column,"
              + " removed-column, wider-type, type-conflict, nullability, key-change or"
              + " cursor-gone; evolve, freeze, discard-row, discard-value, variant, quarantine,"
              + " stop or ask. Default: tables follow, and a new key or cursor is asked about.")
  private Map<String, String> policy = new LinkedHashMap<>();

  @Option(
      names = "--accept",
      paramLabel = "NAME",
      split = ",",
      description = "Agree to the changes that are asked about: all, a stream, or stream.field.")
  private Set<String> accepted = Set.of();

  /// The sync, with what was said here.
  SyncBuilder on(SyncBuilder sync) {
    return sync.schemaPolicy(SchemaPolicy.parse(policy)).accept(new Acceptance(accepted));
  }
}
