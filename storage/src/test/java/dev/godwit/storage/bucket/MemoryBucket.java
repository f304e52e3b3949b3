package dev.godwit.storage.bucket;

import dev.godwit.storage.StoredObject;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A bucket in memory that may forget its conditions, as some stores do.
final class MemoryBucket implements Bucket {
  final Map<String, StoredObject> objects = new TreeMap<>();
  final boolean keepsNoneMatch;
  final boolean keepsMatch;
  int puts;

  MemoryBucket(boolean keepsNoneMatch, boolean keepsMatch) {
    this.keepsNoneMatch = keepsNoneMatch;
    this.keepsMatch = keepsMatch;
  }

  @Override
  public @Nullable StoredObject read(String key) {
    return objects.get(key);
  }

  @Override
  public @Nullable String put(String key, byte[] content, @Nullable String replaced, String mark) {
    puts++;
    StoredObject there = objects.get(key);
    boolean looks = replaced == null ? keepsNoneMatch : keepsMatch;
    if (looks && !Objects.equals(there == null ? null : there.version(), replaced)) {
      return null;
    }
    String version = UUID.randomUUID().toString();
    objects.put(key, new StoredObject(content, version));
    return version;
  }

  @Override
  public @Nullable Written look(String key) {
    StoredObject there = objects.get(key);
    return there == null ? null : new Written(there.version(), null);
  }

  @Override
  public void upload(Path file, String key) {
    throw new UnsupportedOperationException();
  }

  @Override
  public boolean download(String key, Path file) {
    throw new UnsupportedOperationException();
  }

  @Override
  public boolean copy(String from, String to) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void delete(Collection<String> keys) {
    keys.forEach(objects::remove);
  }

  @Override
  public List<String> list(String prefix) {
    return objects.keySet().stream().filter(key -> key.startsWith(prefix)).toList();
  }

  @Override
  public void close() {}
}
