package dev.godwit.core.catalog;

import java.util.List;
import java.util.Optional;

/// The streams that a source offers, in the source's order.
public record Catalog(List<Stream> streams) {
  public Catalog {
    streams = List.copyOf(streams);
  }

  public Optional<Stream> find(StreamName name) {
    return streams.stream().filter(stream -> stream.name().equals(name)).findFirst();
  }
}
