package dev.godwit.core.policy;

import dev.godwit.core.ContractRun;
import dev.godwit.core.StreamContract;
import dev.godwit.core.schema.FieldRules;
import java.util.List;

/// Holds the rows of a stream to what was decided about its changes, after its own contract.
/// Immutable; safe for use by several threads.
public record Enforcement(StreamContract contract, FieldRules rules) implements StreamContract {
  /// A contract that also enforces rules; the contract itself where there are none.
  public static StreamContract of(StreamContract contract, FieldRules rules) {
    return rules.isEmpty() ? contract : new Enforcement(contract, rules);
  }

  @Override
  public boolean judgesWhole() {
    return contract.judgesWhole();
  }

  @Override
  public List<String> contradictions() {
    return contract.contradictions();
  }

  @Override
  public ContractRun begin() {
    return new EnforcedRun(contract.begin(), rules);
  }
}
