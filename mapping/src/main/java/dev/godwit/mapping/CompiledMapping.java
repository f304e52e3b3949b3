package dev.godwit.mapping;

import dev.godwit.core.RowMapper;
import dev.godwit.core.StreamMapping;
import dev.godwit.core.catalog.ConfiguredStream;
import dev.godwit.mapping.internal.batch.BatchMapper;
import dev.godwit.mapping.internal.compile.RuleCompiler;
import dev.godwit.mapping.rule.Rule;
import java.util.List;

/// Rules that were compiled for a stream.
///
/// @param read the stream that they were compiled for
record CompiledMapping(Mappings mappings, ConfiguredStream read, RuleCompiler.Compiled compiled)
    implements StreamMapping {
  static CompiledMapping of(Mappings mappings, ConfiguredStream read) {
    return new CompiledMapping(
        mappings, read, RuleCompiler.compile(mappings.rules(), mappings.onFailure(), read));
  }

  /// As it was compiled; a stream that is read in another mode is looked at anew, since it may need
  /// its key or cursor.
  @Override
  public ConfiguredStream written(ConfiguredStream other) {
    return (other.equals(read) ? this : of(mappings, other)).compiled.written();
  }

  @Override
  public List<String> describe() {
    return mappings.rules().stream().map(Rule::describe).toList();
  }

  @Override
  public RowMapper open() {
    return new BatchMapper(compiled.program());
  }
}
