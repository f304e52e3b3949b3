package dev.godwit;

import dev.godwit.core.CheckResult;
import dev.godwit.core.Destination;
import dev.godwit.core.Source;
import dev.godwit.core.StreamReader;
import dev.godwit.core.StreamState;
import dev.godwit.core.catalog.Catalog;
import dev.godwit.core.catalog.ConfiguredStream;
import org.jspecify.annotations.Nullable;

/// What a destination holds, as a source that closes the destination with itself.
record HeldSource(Source contents, Destination holder) implements Source {
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
