package dev.godwit;

import dev.godwit.core.catalog.Stream;
import dev.godwit.core.error.GodwitException;
import dev.godwit.mapping.pii.Finding;
import dev.godwit.mapping.pii.Proposal;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What was found in the first rows of a stream. It shows no values.
///
/// @param rows that were looked at
/// @param findings fields that seem to hold personal data, in the order in which they appeared
/// @param error why the stream could not be read; null when it could
public record StreamScan(
    Stream stream, long rows, List<Finding> findings, @Nullable GodwitException error) {
  /// Written out because compact constructors do not carry type annotations into class files.
  public StreamScan(
      Stream stream, long rows, List<Finding> findings, @Nullable GodwitException error) {
    this.stream = stream;
    this.rows = rows;
    this.findings = List.copyOf(findings);
    this.error = error;
  }

  /// A rule that would hide what was found.
  public Proposal proposal(Finding finding) {
    List<String> keys =
        stream.primaryKey().stream()
            .map(path -> path.stream().collect(Collectors.joining(".")))
            .toList();
    return Proposal.of(finding, keys.contains(finding.field().toString()));
  }
}
