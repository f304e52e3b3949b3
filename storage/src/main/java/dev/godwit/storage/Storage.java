package dev.godwit.storage;

import dev.godwit.core.error.GodwitException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A place that holds objects by path: a local folder, or a part of a bucket. Paths are relative to
/// it, their parts are parted by `/`. What was stored is durable when a call returns, and readers
/// see an object whole or not at all. Safe for use by several threads.
///
/// All methods throw {@link GodwitException} for what the place refuses: CONFIG `storage.denied`,
/// `storage.no-credentials`, `storage.not-found` (no such bucket), `storage.address` and
/// `storage.path` (a path that leads out of the place), TRANSIENT `storage.unreachable`,
/// `storage.full`, `storage.refused` and `storage.interrupted`, CONFIG `storage.clock` where the
/// place takes this machine's clock for wrong, and `storage.no-conditions` where it could not keep
/// what {@link #replace} promises.
public interface Storage extends AutoCloseable {
  /// What messages call it, without secrets: `s3://bucket/shop`.
  @Override
  String toString();

  /// Tries whether objects could be stored, and leaves nothing.
  void check();

  /// A small object; null where there is none.
  @Nullable StoredObject read(String path);

  /// Stores a small object if nobody else has done so meanwhile.
  ///
  /// @param replaced the version that is there; null where nothing is there
  /// @return the new version
  /// @throws GodwitException TRANSIENT `storage.changed` when something else is there
  String replace(String path, byte[] content, @Nullable String replaced);

  /// Stores a file of any size, in the place of what is there. The file may be moved away.
  void upload(Path file, String path);

  /// Fetches an object of any size into a file, which is replaced.
  ///
  /// @throws GodwitException CONTRACT `storage.no-object` when there is none
  void download(String path, Path file);

  /// Gives an object a second path.
  void copy(String from, String to);

  /// Removes objects; those that are not there are no error.
  void delete(Collection<String> paths);

  /// The paths that begin with a prefix, in order.
  List<String> list(String prefix);

  /// Where files may wait that are to be uploaded: a local folder, of the same file system where
  /// the place is a folder. Created when it is not there.
  Path nearby();

  /// Where programs on this machine find an object: a path of the file system, or a URL such as
  /// `s3://bucket/shop/orders.parquet`.
  String address(String path);

  @Override
  void close();
}
