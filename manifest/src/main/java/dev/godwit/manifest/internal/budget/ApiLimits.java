package dev.godwit.manifest.internal.budget;

import dev.godwit.core.Surroundings;
import dev.godwit.manifest.internal.http.Request;
import dev.godwit.manifest.internal.http.Response;
import dev.godwit.manifest.internal.http.Sender;
import dev.godwit.manifest.internal.spec.DeclarativeSource;
import dev.godwit.manifest.internal.spec.HTTPAPIBudget;
import dev.godwit.manifest.internal.template.Scope;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Keeps all requests of a source within what its API bears: the declared budget, and fewer at once
/// for as long as the API complains. Thread-safe.
public final class ApiLimits {
  /// Hears of each wait before it begins.
  @FunctionalInterface
  public interface Waits {
    void limited(Duration time);
  }

  private final Budget budget;
  private final Lanes lanes;
  private final Time time;

  ApiLimits(Budget budget, Lanes lanes, Time time) {
    this.budget = budget;
    this.lanes = lanes;
    this.time = time;
  }

  /// The limits of a source. The budget is shared with all sources of the process that ask the same
  /// API under the same limits.
  ///
  /// @param concurrency how many requests may be on their way at once
  /// @param scope holds the configuration
  public static ApiLimits of(
      DeclarativeSource spec, int concurrency, Surroundings surroundings, Scope scope) {
    Time time = new Time(surroundings.clock(), surroundings.sleeper());
    HTTPAPIBudget declared = spec.apiBudget();
    if (declared == null) {
      return new ApiLimits(new Budget(List.of(), Signs.NONE), new Lanes(concurrency), time);
    }
    SharedBudgets.Key key =
        new SharedBudgets.Key(
            Bases.of(spec.origin().node(), scope),
            new BudgetCompiler(scope).policies(declared),
            BudgetCompiler.signs(declared),
            surroundings.clock(),
            surroundings.sleeper());
    return new ApiLimits(
        SharedBudgets.OF_PROCESS.of(key, time.now()), new Lanes(concurrency), time);
  }

  /// Sends a request as soon as it may go.
  public Response send(Request request, Waits waits, Sender sender)
      throws IOException, InterruptedException {
    while (true) {
      long entered = lanes.enter();
      Call call = new Call();
      Long wait = refuse(request, call);
      if (wait == null) {
        return send(request, call, entered, sender);
      }
      lanes.leave();
      waits.limited(Duration.ofNanos(wait * 1_000));
      time.sleep(wait);
    }
  }

  private @Nullable Long refuse(Request request, Call call) {
    try {
      return budget.refuse(request, call, time.now());
    } catch (RuntimeException e) {
      lanes.leave();
      throw e;
    }
  }

  private Response send(Request request, Call call, long entered, Sender sender)
      throws IOException {
    boolean tooMuch = false;
    try {
      Response response = sender.send(request);
      tooMuch = complains(response);
      budget.answered(request, call, response, time.now());
      return response;
    } finally {
      lanes.leave(entered, tooMuch);
    }
  }

  /// Sends a request that an answer led to, within the budget. It goes where the answer came from,
  /// so it needs no place of its own among those on their way.
  public Response follow(Request request, Sender sender) throws IOException, InterruptedException {
    while (true) {
      Call call = new Call();
      Long wait = budget.refuse(request, call, time.now());
      if (wait == null) {
        Response response = sender.send(request);
        budget.answered(request, call, response, time.now());
        return response;
      }
      time.sleep(wait);
    }
  }

  private static boolean complains(Response response) {
    return response.status() == 429
        || (response.status() == 503 && response.headers().containsKey("Retry-After"));
  }
}
