package dev.godwit.mapping.contract;

import dev.godwit.core.catalog.ConfiguredStream;
import dev.godwit.core.error.GodwitException;
import dev.godwit.mapping.rule.FieldPath;
import java.util.List;

/// The checks that a primary key stands for.
final class KeyChecks {
  private KeyChecks() {}

  static List<Check> of(Contract contract, ConfiguredStream written) {
    OnViolation onViolation = contract.keys();
    if (onViolation == null) {
      return List.of();
    }
    if (written.primaryKey().isEmpty()) {
      throw GodwitException.config(
              "contract.no-key",
              "The contract of stream %s checks keys, but the stream has no primary key."
                  .formatted(written.name()))
          .hint("Give it a primary_key, or leave out keys.");
    }
    return written.primaryKey().stream()
        .map(path -> new Check(FieldPath.of(path), new Demand.Key(), onViolation))
        .toList();
  }
}
