package dev.godwit.core;

import java.util.List;

/// The contract that demands nothing.
final class Uncontracted implements StreamContract, ContractRun {
  @Override
  public boolean judgesWhole() {
    return false;
  }

  @Override
  public List<String> contradictions() {
    return List.of();
  }

  @Override
  public ContractRun begin() {
    return this;
  }

  @Override
  public RowMapper open() {
    return StreamMapping.NONE.open();
  }

  @Override
  public void again(long kept) {}

  @Override
  public List<String> complete() {
    return List.of();
  }
}
