package dev.godwit.storage.bucket;

import dev.godwit.core.error.GodwitException;
import dev.godwit.storage.StoredObject;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the library of a cloud has to be able to do with a bucket. Objects go by whole keys. Safe
/// for use by several threads.
///
/// All methods throw {@link GodwitException} with the codes that {@link dev.godwit.storage.Storage}
/// names, and try again what may succeed at once.
public interface Bucket extends AutoCloseable {
  /// The name of the metadata that holds the mark of whoever wrote an object.
  String MARK = "godwitmark";

  /// A small object; null where there is none.
  @Nullable StoredObject read(String key);

  /// Stores a small object if the version that is there is the one that is expected.
  ///
  /// @param replaced the version that is there; null where nothing is there
  /// @param mark kept with the object as metadata
  /// @return the new version; null when something else is there
  @Nullable String put(String key, byte[] content, @Nullable String replaced, String mark);

  /// The version and mark of an object; null where there is none.
  @Nullable Written look(String key);

  /// Stores a file of any size, in the place of what is there, in bounded memory.
  void upload(Path file, String key);

  /// Fetches an object into a file, which is replaced; false where there is none.
  boolean download(String key, Path file);

  /// Copies an object of any size within the bucket; false where there is none.
  boolean copy(String from, String to);

  /// Removes objects, those that are there.
  void delete(Collection<String> keys);

  /// All keys that begin with a prefix, in any order.
  List<String> list(String prefix);

  @Override
  void close();

  /// An object as somebody has written it.
  ///
  /// @param mark what {@link #put} was given; null where somebody else has written the object
  record Written(String version, @Nullable String mark) {}
}
