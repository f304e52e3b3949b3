package dev.godwit.mapping.contract;

import dev.godwit.core.ContractRun;
import dev.godwit.core.StreamContract;
import java.time.Clock;
import java.util.List;

/// A contract over the rows of one stream.
///
/// @param checks of every row, those of the key first
record CompiledContract(Contract contract, List<Check> checks, Clock clock)
    implements StreamContract {
  CompiledContract {
    checks = List.copyOf(checks);
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
