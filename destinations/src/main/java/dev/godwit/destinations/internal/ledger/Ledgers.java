package dev.godwit.destinations.internal.ledger;

import dev.godwit.core.catalog.StreamName;
import dev.godwit.core.error.GodwitException;
import dev.godwit.storage.Storage;
import dev.godwit.storage.StoredObject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// The ledgers of a storage. It remembers which version of each it has seen, so that nothing is
/// written over what somebody else has written meanwhile. Safe for use by several threads, one a
/// stream.
public final class Ledgers {
  private static final String FOLDER = "_godwit/streams/";

  private final Storage storage;
  private final Clock clock;
  private final Map<StreamName, Optional<String>> seen = new ConcurrentHashMap<>();

  public Ledgers(Storage storage, Clock clock) {
    this.storage = storage;
    this.clock = clock;
  }

  /// Reads a ledger, and remembers its version.
  public Ledger look(StreamName stream) {
    StoredObject object = storage.read(path(stream));
    seen.put(stream, Optional.ofNullable(object).map(StoredObject::version));
    return object == null ? Ledger.of(stream) : LedgerJson.read(object.content(), path(stream));
  }

  /// As {@link #look}, for somebody who is about to write.
  ///
  /// @throws GodwitException TRANSIENT `files.state-moved` when the ledger is another one than was
  ///   seen last
  public Ledger begin(StreamName stream) {
    Optional<String> before = seen.get(stream);
    Ledger ledger = look(stream);
    if (before != null && !before.equals(seen.get(stream))) {
      seen.put(stream, before);
      throw GodwitException.transientError(
              "files.state-moved",
              "Another sync has committed rows of stream " + stream + " meanwhile.")
          .hint("Run again: it goes on from there.");
    }
    return ledger;
  }

  /// Puts a ledger in the place of the one that was seen last.
  ///
  /// @throws GodwitException TRANSIENT `storage.changed` when another one is there
  public void write(Ledger ledger) {
    StreamName stream = ledger.stream();
    byte[] content = LedgerJson.write(ledger, clock.instant());
    String before = seen.getOrDefault(stream, Optional.empty()).orElse(null);
    try {
      seen.put(stream, Optional.of(storage.replace(path(stream), content, before)));
    } catch (GodwitException e) {
      seen.put(stream, Optional.of(written(stream, content, e)));
    }
  }

  /// The version of a ledger whose writing seemed to fail, if it is there all the same: answers get
  /// lost.
  private String written(StreamName stream, byte[] content, GodwitException failure) {
    @Nullable StoredObject there;
    try {
      there = storage.read(path(stream));
    } catch (GodwitException e) {
      failure.addSuppressed(e);
      throw failure;
    }
    if (there == null || !Arrays.equals(there.content(), content)) {
      throw failure;
    }
    return there.version();
  }

  /// All ledgers.
  public List<Ledger> all() {
    List<Ledger> ledgers = new ArrayList<>();
    for (String path : storage.list(FOLDER)) {
      StoredObject object = storage.read(path);
      if (object != null) {
        ledgers.add(LedgerJson.read(object.content(), path));
      }
    }
    return ledgers;
  }

  private static String path(StreamName stream) {
    return FOLDER + FileNames.unique(stream) + ".json";
  }
}
