package dev.godwit.manifest.internal.stream;

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

/// A source whose errors show no secrets, whoever put them there: an API may repeat in an answer
/// what it was sent.
public record DiscreetSource(Source source, Secrets secrets) implements Source {
  private <T> T discreetly(Supplier<T> action) {
    try {
      return action.get();
    } catch (RuntimeException e) {
      throw secrets.mask(e);
    }
  }

  @Override
  public CheckResult check() {
    CheckResult result = discreetly(source::check);
    String problem = result.problem();
    return problem == null ? result : new CheckResult(secrets.mask(problem));
  }

  @Override
  public Catalog discover() {
    return discreetly(source::discover);
  }

  @Override
  public void begin(List<StreamPlan> streams) {
    discreetly(() -> {
      source.begin(streams);
      return streams;
    });
  }

  @Override
  public int concurrency() {
    return source.concurrency();
  }

  @Override
  public StreamReader open(ConfiguredStream stream, @Nullable StreamState state) {
    return new DiscreetReader(discreetly(() -> source.open(stream, state)), secrets);
  }

  @Override
  public StreamReader open(
      ConfiguredStream stream, CursorRange range, @Nullable StreamState state) {
    return new DiscreetReader(discreetly(() -> source.open(stream, range, state)), secrets);
  }

  @Override
  public boolean selectsFields(ConfiguredStream stream) {
    return source.selectsFields(stream);
  }

  @Override
  public void close() {
    source.close();
  }
}
