package dev.godwit.core.policy;

import dev.godwit.core.ContractRun;
import dev.godwit.core.RowMapper;
import dev.godwit.core.schema.FieldRules;
import java.util.List;
import java.util.stream.Stream;

/// Enforces rules for all threads of a run, and counts what that has come to.
final class EnforcedRun implements ContractRun {
  private final ContractRun contract;
  private final FieldRules rules;
  private final Incidents incidents = new Incidents();

  EnforcedRun(ContractRun contract, FieldRules rules) {
    this.contract = contract;
    this.rules = rules;
  }

  @Override
  public RowMapper open() {
    return new ChainedMapper(contract.open(), new RowJudge(rules, incidents));
  }

  @Override
  public void again(long kept) {
    contract.again(kept);
  }

  @Override
  public List<String> complete() {
    return Stream.concat(contract.complete().stream(), incidents.sentences().stream()).toList();
  }
}
