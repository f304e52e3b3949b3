package dev.godwit.given;

import dev.godwit.core.CheckResult;
import dev.godwit.core.Source;
import dev.godwit.core.StreamReader;
import dev.godwit.core.StreamState;
import dev.godwit.core.catalog.Catalog;
import dev.godwit.core.catalog.ConfiguredStream;
import java.time.Clock;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A source of one stream whose rows are given. Another attempt asks for another iterator.
public final class GivenSource implements Source {
  private final GivenStream given;
  private final Clock clock;
  private @Nullable Iterator<?> begun;
  private @Nullable List<Map<String, @Nullable Object>> head;

  public GivenSource(GivenStream given, Clock clock) {
    this.given = given;
    this.clock = clock;
  }

  @Override
  public CheckResult check() {
    return CheckResult.OK;
  }

  @Override
  public synchronized Catalog discover() {
    return new Catalog(List.of(given.stream(head())));
  }

  private List<Map<String, @Nullable Object>> head() {
    List<Map<String, @Nullable Object>> known = head;
    if (known == null) {
      Iterator<?> iterator = given.rows().iterator();
      known = given.head(iterator);
      begun = iterator;
      head = known;
    }
    return known;
  }

  @Override
  public int concurrency() {
    return 1;
  }

  @Override
  public synchronized StreamReader open(ConfiguredStream stream, @Nullable StreamState state) {
    List<Map<String, @Nullable Object>> first = head();
    Iterator<?> rest = begun;
    begun = null;
    return rest == null
        ? new GivenReader(stream.name(), List.of(), given.rows().iterator(), clock)
        : new GivenReader(stream.name(), first, rest, clock);
  }

  @Override
  public void close() {}
}
