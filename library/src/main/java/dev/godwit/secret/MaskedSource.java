package dev.godwit.secret;

import dev.godwit.core.CheckResult;
import dev.godwit.core.CursorRange;
import dev.godwit.core.Source;
import dev.godwit.core.StreamPlan;
import dev.godwit.core.StreamReader;
import dev.godwit.core.StreamState;
import dev.godwit.core.catalog.Catalog;
import dev.godwit.core.catalog.ConfiguredStream;
import dev.godwit.core.log.Secrets;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A source whose errors show none of the secrets that it was configured with, whether or not the
/// connector knows that they are secrets.
public final class MaskedSource implements Source {
  private final Source inner;
  private final Secrets secrets;

  private MaskedSource(Source inner, Secrets secrets) {
    this.inner = inner;
    this.secrets = secrets;
  }

  /// Opens a source.
  public static Source open(Secrets secrets, Supplier<Source> opening) {
    return secrets.isEmpty() ? opening.get() : new MaskedSource(masked(secrets, opening), secrets);
  }

  static <T extends @Nullable Object> T masked(Secrets secrets, Supplier<T> call) {
    try {
      return call.get();
    } catch (RuntimeException e) {
      throw secrets.mask(e);
    }
  }

  @Override
  public CheckResult check() {
    String problem = masked(secrets, inner::check).problem();
    return problem == null ? CheckResult.OK : new CheckResult(secrets.mask(problem));
  }

  @Override
  public Catalog discover() {
    return masked(secrets, inner::discover);
  }

  @Override
  public void begin(List<StreamPlan> streams) {
    inner.begin(streams);
  }

  @Override
  public int concurrency() {
    return inner.concurrency();
  }

  @Override
  public StreamReader open(ConfiguredStream stream, @Nullable StreamState state) {
    return new MaskedReader(masked(secrets, () -> inner.open(stream, state)), secrets);
  }

  @Override
  public StreamReader open(
      ConfiguredStream stream, CursorRange range, @Nullable StreamState state) {
    return new MaskedReader(masked(secrets, () -> inner.open(stream, range, state)), secrets);
  }

  @Override
  public boolean selectsFields(ConfiguredStream stream) {
    return inner.selectsFields(stream);
  }

  @Override
  public void close() {
    inner.close();
  }
}
