package dev.godwit.session.form;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What came of reading a stream.
///
/// @param count of all rows
/// @param sha256 over all rows, each with a line feed
/// @param rows compact JSON: all where they are {@link #ALL} at most, else the first {@link #FEW}
/// @param state after the reading; null where there is none
/// @param failure null where the stream was read well
public record Expectation(
    long count,
    String sha256,
    List<String> rows,
    @Nullable Map<String, @Nullable Object> state,
    @Nullable Failure failure) {
  /// As many rows are kept whole.
  public static final int ALL = 1000;

  /// As many are kept of more rows.
  public static final int FEW = 20;

  /// Why a stream failed.
  ///
  /// @param code of the error
  public record Failure(String code, String message) {}

  public boolean isWhole() {
    return rows.size() == count;
  }
}
