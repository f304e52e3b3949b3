package dev.godwit.mapping.contract;

import dev.godwit.core.StreamContract;
import dev.godwit.core.catalog.ConfiguredStream;
import dev.godwit.core.error.GodwitException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the rows of one stream have promised to be when they land. Immutable.
///
/// @param checks of every row
/// @param keys what happens where a part of the primary key has no value; null for no check
/// @param freshness null for no check
/// @param volume null for no check
public record Contract(
    List<Check> checks,
    @Nullable OnViolation keys,
    @Nullable Freshness freshness,
    @Nullable Volume volume) {
  /// Written out because compact constructors do not carry type annotations into class files.
  public Contract(
      List<Check> checks,
      @Nullable OnViolation keys,
      @Nullable Freshness freshness,
      @Nullable Volume volume) {
    this.checks = List.copyOf(checks);
    this.keys = keys;
    this.freshness = freshness;
    this.volume = volume;
  }

  /// Reads a contract.
  ///
  /// @param document plain values of YAML or JSON
  /// @param path where it stands in its file, for errors: `streams.orders.contract`
  /// @throws GodwitException CONFIG `contract.…` with the path of what is wrong
  public static Contract read(Map<?, ?> document, String path) {
    return new ContractReader(new Entries(path, document)).contract();
  }

  /// The contract as a sync holds it against rows.
  ///
  /// @param written the stream as it lands, after its mapping
  /// @param clock tells how old rows are
  /// @throws GodwitException CONFIG `contract.no-key` when keys are checked of a stream without
  public StreamContract over(ConfiguredStream written, Clock clock) {
    List<Check> all = new ArrayList<>(KeyChecks.of(this, written));
    all.addAll(checks);
    return new CompiledContract(
        this, all, against(written).stream().map(Violation::message).toList(), clock);
  }

  /// What the schema of a stream contradicts, before any row is read. Nothing for a stream whose
  /// schema says nothing.
  ///
  /// @param written the stream as it lands, after its mapping
  public List<Violation> against(ConfiguredStream written) {
    return new SchemaCheck(this, written).violations();
  }
}
