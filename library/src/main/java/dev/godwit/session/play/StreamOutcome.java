package dev.godwit.session.play;

import dev.godwit.core.error.GodwitException;
import dev.godwit.session.form.Expectation;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What came of reading a stream.
///
/// @param rows the first ones, as many as a session may keep
/// @param state null where there is none
/// @param error null where all went well
public record StreamOutcome(
    long count,
    String sha256,
    List<String> rows,
    @Nullable Map<String, @Nullable Object> state,
    @Nullable GodwitException error) {
  public Expectation expectation() {
    int kept = count <= Expectation.ALL ? rows.size() : Expectation.FEW;
    return new Expectation(
        count,
        sha256,
        rows.subList(0, kept),
        state,
        error == null ? null : new Expectation.Failure(error.code(), error.message()));
  }
}
