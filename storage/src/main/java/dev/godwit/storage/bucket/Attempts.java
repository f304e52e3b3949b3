package dev.godwit.storage.bucket;

import dev.godwit.core.error.GodwitException;
import java.io.IOException;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Calls the library of a cloud and says in our words what went wrong.
public abstract class Attempts {
  protected final Failures failures;

  protected Attempts(Address address) {
    this.failures = new Failures(address);
  }

  /// Whether it is the object that is missing, and not its bucket.
  protected abstract boolean isMissing(Exception e);

  /// Whether the condition of a write was not kept: something else is there, or nothing, or
  /// somebody is writing just now.
  protected abstract boolean isChanged(Exception e);

  /// A failure of any other kind.
  protected abstract GodwitException failed(Exception e);

  /// What the call gives.
  public final <T> T attempt(Call<T> call) {
    try {
      return call.call();
    } catch (GodwitException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      throw failed(e);
    }
  }

  /// What the call gives; null where there is no such object.
  public final <T> @Nullable T ifPresent(Call<T> call) {
    return unless(this::isMissing, call);
  }

  /// What the call gives; null where the condition of the request is not kept.
  public final <T> @Nullable T ifUnchanged(Call<T> call) {
    return unless(this::isChanged, call);
  }

  private <T> @Nullable T unless(Predicate<Exception> expected, Call<T> call) {
    try {
      return call.call();
    } catch (GodwitException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      if (expected.test(e)) {
        return null;
      }
      throw failed(e);
    }
  }

  /// A call of a cloud's library.
  public interface Call<T> {
    T call() throws IOException;
  }
}
