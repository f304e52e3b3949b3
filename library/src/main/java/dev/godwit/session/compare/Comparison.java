package dev.godwit.session.compare;

import dev.godwit.core.json.JsonParser;
import dev.godwit.core.json.JsonWriter;
import dev.godwit.session.compare.Difference.Kind;
import dev.godwit.session.form.Expectation;
import dev.godwit.session.form.Expectation.Failure;
import dev.godwit.session.play.ReplayTap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Compares what came of streams with what is expected.
public final class Comparison {
  private Comparison() {}

  /// What was asked otherwise for a stream, or for the catalogue.
  public static List<Difference> requests(String group, ReplayTap tap) {
    return RequestDifferences.of(group, tap).all();
  }

  /// What came out otherwise.
  ///
  /// @param key of the stream's rows; empty where they have none
  public static List<Difference> results(
      String stream, List<String> key, Expectation before, Expectation now) {
    if (ReplayTap.lacksAnswer(now.failure())) {
      return List.of(
          new Difference(
              Kind.FAILURE,
              stream,
              "nothing was compared, as the session lacks answers",
              List.of()));
    }
    List<Difference> all = new ArrayList<>(new RowDifferences(stream, key).between(before, now));
    Object old = plain(before.state());
    Object fresh = plain(now.state());
    if (!Objects.equals(old, fresh)) {
      all.add(
          new Difference(
              Kind.STATE,
              stream,
              "the state differs",
              RowDifferences.shortened(
                  RowDifferences.changes("", old, fresh).stream()
                      .map(change -> "~ " + change)
                      .toList())));
    }
    if (!Objects.equals(before.failure(), now.failure())) {
      all.add(failure(stream, before.failure(), now.failure()));
    }
    return all;
  }

  private static @Nullable Object plain(@Nullable Map<String, @Nullable Object> state) {
    return state == null ? null : JsonParser.LENIENT.parse(JsonWriter.text(state));
  }

  private static Difference failure(
      String stream, @Nullable Failure before, @Nullable Failure now) {
    List<String> lines = new ArrayList<>();
    if (before != null) {
      lines.add("- " + words(before));
    }
    if (now != null) {
      lines.add("+ " + words(now));
    }
    String summary =
        before == null
            ? "the stream fails"
            : now == null ? "it fails no more" : "it fails otherwise";
    return new Difference(Kind.FAILURE, stream, summary, lines);
  }

  private static String words(Failure failure) {
    return failure.message() + " [" + failure.code() + "]";
  }
}
