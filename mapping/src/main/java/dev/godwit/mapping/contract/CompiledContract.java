package dev.godwit.mapping.contract;

import dev.godwit.core.ContractRun;
import dev.godwit.core.StreamContract;
import java.time.Clock;
import java.util.List;

/// A contract over the rows of one stream.
///
/// @param checks of every row, those of the key first
record CompiledContract(
    Contract contract, List<Check> checks, List<String> contradictions, Clock clock)
    implements StreamContract {
  CompiledContract {
    checks = List.copyOf(checks);
    contradictions = List.copyOf(contradictions);
  }

  @Override
  public boolean judgesWhole() {
    return contract.freshness() != null || contract.volume() != null;
  }

  @Override
  public ContractRun begin() {
    return new RunCheck(this);
  }
}
