package dev.godwit;

import dev.godwit.core.PastRun;
import dev.godwit.core.StreamPlan;
import dev.godwit.core.error.GodwitException;
import java.time.Duration;
import java.util.List;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/// What is to be expected of one stream of a plan.
///
/// @param selects whether the source is asked only for the fields that the stream is to have
/// @param statements that will be executed to make the destination ready
/// @param cost as earlier runs had it; null where there was none
/// @param refusal why the stream will not be synced; null where it will
public record Outlook(
    StreamPlan plan,
    boolean selects,
    List<String> statements,
    @Nullable Cost cost,
    @Nullable GodwitException refusal) {
  /// Written out because compact constructors do not carry type annotations into class files.
  public Outlook(
      StreamPlan plan,
      boolean selects,
      List<String> statements,
      @Nullable Cost cost,
      @Nullable GodwitException refusal) {
    this.plan = plan;
    this.selects = selects;
    this.statements = List.copyOf(statements);
    this.cost = cost;
    this.refusal = refusal;
  }

  /// The middle of what earlier runs have cost, of those that read as much as this one will.
  ///
  /// @param runs how many there were
  public record Cost(int runs, long rows, long requests, Duration duration) {
    static @Nullable Cost of(List<PastRun> past, boolean fromBeginning) {
      List<PastRun> alike =
          past.stream().filter(run -> run.fromBeginning() == fromBeginning).toList();
      return alike.isEmpty()
          ? null
          : new Cost(
              alike.size(),
              middle(alike, PastRun::rows),
              middle(alike, PastRun::requests),
              Duration.ofMillis(middle(alike, run -> run.duration().toMillis())));
    }

    private static long middle(List<PastRun> runs, ToLongFunction<PastRun> of) {
      return runs.stream().mapToLong(of).sorted().skip((runs.size() - 1) / 2).findFirst().orElse(0);
    }
  }
}
