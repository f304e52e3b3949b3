package dev.godwit.mapping.internal.batch;

import dev.godwit.mapping.rule.FieldPath;
import dev.godwit.mapping.rule.OnFailure;
import java.util.List;

/// Rules compiled for a stream. Immutable; safe for many threads.
///
/// @param onFailure what happens to rows that a rule cannot be applied to
/// @param hidden fields of the source's rows that rejected rows are stored without
/// @param kept the fields that rejected rows may have: those that are in each list
public record Program(
    List<Stage> stages, OnFailure onFailure, List<FieldPath> hidden, List<List<FieldPath>> kept) {
  public Program {
    stages = List.copyOf(stages);
    hidden = List.copyOf(hidden);
    kept = kept.stream().map(List::copyOf).toList();
  }
}
