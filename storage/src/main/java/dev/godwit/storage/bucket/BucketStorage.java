package dev.godwit.storage.bucket;

import dev.godwit.core.error.GodwitException;
import dev.godwit.storage.ObjectPath;
import dev.godwit.storage.Storage;
import dev.godwit.storage.StoredObject;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A part of a bucket, of whichever cloud.
public final class BucketStorage implements Storage {
  private final Address address;
  private final Bucket bucket;
  private final Conditions conditions;
  private final WaitingRoom waitingRoom;

  /// A place in a bucket.
  ///
  /// @param keepsConditions whether the store is known to keep conditions; else it is tried before
  ///   the first one matters
  public BucketStorage(Address address, Bucket bucket, boolean keepsConditions) {
    this.address = address;
    this.bucket = bucket;
    this.conditions = new Conditions(bucket, address, keepsConditions);
    this.waitingRoom = new WaitingRoom();
  }

  @Override
  public String toString() {
    return address.toString();
  }

  @Override
  public void check() {
    conditions.probe();
  }

  @Override
  public @Nullable StoredObject read(String path) {
    return bucket.read(key(path));
  }

  @Override
  public String replace(String path, byte[] content, @Nullable String replaced) {
    conditions.ensure();
    String mark = UUID.randomUUID().toString();
    String version = bucket.put(key(path), content, replaced, mark);
    return version != null ? version : ownVersion(path, mark);
  }

  /// A request whose answer was lost is sent again, and then meets its own work.
  private String ownVersion(String path, String mark) {
    Bucket.Written there = bucket.look(key(path));
    if (there == null || !mark.equals(there.mark())) {
      throw GodwitException.transientError(
              "storage.changed", "Somebody else has just written to " + this + ".")
          .hint("Let one sync at a time write a stream.");
    }
    return there.version();
  }

  @Override
  public void upload(Path file, String path) {
    bucket.upload(file, key(path));
  }

  @Override
  public void download(String path, Path file) {
    if (!bucket.download(key(path), file)) {
      throw noObject(path);
    }
  }

  @Override
  public void copy(String from, String to) {
    if (!bucket.copy(key(from), key(to))) {
      throw noObject(from);
    }
  }

  private GodwitException noObject(String path) {
    return GodwitException.contract(
        "storage.no-object", "There is no " + path + " in " + this + ".");
  }

  @Override
  public void delete(Collection<String> paths) {
    if (!paths.isEmpty()) {
      bucket.delete(paths.stream().map(this::key).toList());
    }
  }

  /// Objects that end with a slash stand for folders. Servers that misread an odd prefix list more
  /// than was asked for.
  @Override
  public List<String> list(String prefix) {
    String begin = address.key(prefix);
    return bucket.list(begin).stream()
        .filter(key -> key.startsWith(begin) && !key.endsWith("/"))
        .map(key -> key.substring(address.prefix().length()))
        .sorted()
        .toList();
  }

  @Override
  public Path nearby() {
    return waitingRoom.folder();
  }

  @Override
  public String address(String path) {
    return this + "/" + ObjectPath.checked(path);
  }

  @Override
  public void close() {
    waitingRoom.close();
    bucket.close();
  }

  private String key(String path) {
    return address.key(ObjectPath.checked(path));
  }
}
