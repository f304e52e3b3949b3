package dev.godwit.storage;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/// Keeps all others out of a folder for a moment: threads by a lock in memory, other processes by
/// one of the system, which drops it when a process dies. The file stays, since whoever removed it
/// could remove what somebody else has just locked.
final class FolderLock implements AutoCloseable {
  private static final Map<Path, ReentrantLock> THREADS = new ConcurrentHashMap<>();

  private final ReentrantLock threads;
  private final FileChannel channel;

  private FolderLock(ReentrantLock threads, FileChannel channel) {
    this.threads = threads;
    this.channel = channel;
  }

  /// Waits for the lock.
  ///
  /// @param file in a folder that is there
  static FolderLock take(Path file) throws IOException {
    Path real = file.resolveSibling("").toRealPath().resolve(file.getFileName());
    ReentrantLock threads = THREADS.computeIfAbsent(real, unseen -> new ReentrantLock());
    threads.lock();
    try {
      FileChannel channel =
          FileChannel.open(real, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      try {
        channel.lock();
        return new FolderLock(threads, channel);
      } catch (IOException | RuntimeException e) {
        channel.close();
        throw e;
      }
    } catch (IOException | RuntimeException e) {
      threads.unlock();
      throw e;
    }
  }

  @Override
  public void close() throws IOException {
    try {
      channel.close();
    } finally {
      threads.unlock();
    }
  }
}
