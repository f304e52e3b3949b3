package dev.godwit.cache;

import dev.godwit.core.CheckResult;
import dev.godwit.core.Destination;
import dev.godwit.core.Source;
import dev.godwit.core.StreamReader;
import dev.godwit.core.StreamState;
import dev.godwit.core.catalog.Catalog;
import dev.godwit.core.catalog.ConfiguredStream;
import dev.godwit.core.error.GodwitException;
import dev.godwit.destinations.Destinations;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/// What a destination holds, as a source that closes the destination with itself.
public record HeldSource(Source contents, Destination holder) implements Source {
  /// Opens a destination to read what it holds.
  ///
  /// @throws GodwitException CONFIG when there is no such place, or it can't be read
  public static HeldSource open(String uri, Clock clock) {
    Destination holder = Destinations.open(uri, clock);
    try {
      return new HeldSource(holder.contents(), holder);
    } catch (RuntimeException | Error e) {
      holder.close();
      throw e;
    }
  }

  @Override
  public CheckResult check() {
    return contents.check();
  }

  @Override
  public Catalog discover() {
    return contents.discover();
  }

  @Override
  public int concurrency() {
    return contents.concurrency();
  }

  @Override
  public StreamReader open(ConfiguredStream stream, @Nullable StreamState state) {
    return contents.open(stream, state);
  }

  @Override
  public void close() {
    try {
      contents.close();
    } finally {
      holder.close();
    }
  }
}
