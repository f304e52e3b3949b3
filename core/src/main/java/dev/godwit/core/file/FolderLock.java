package dev.godwit.core.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/// Keeps all others out of a folder for a while: threads by a lock in memory, other processes by
/// one of the system, which drops it when a process dies. The file stays, since whoever removed it
/// could remove what somebody else has just locked.
public final class FolderLock implements AutoCloseable {
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
  public static FolderLock take(Path file) throws IOException {
    Path real = real(file);
    ReentrantLock threads = threads(real);
    threads.lock();
    return taken(real, threads);
  }

  /// As {@link #take}, for a thread that may be interrupted while it waits.
  public static FolderLock takeInterruptibly(Path file) throws IOException, InterruptedException {
    Path real = real(file);
    ReentrantLock threads = threads(real);
    threads.lockInterruptibly();
    return taken(real, threads);
  }

  private static Path real(Path file) throws IOException {
    return file.resolveSibling("").toRealPath().resolve(file.getFileName());
  }

  private static ReentrantLock threads(Path file) {
    return THREADS.computeIfAbsent(file, unseen -> new ReentrantLock());
  }

  private static FolderLock taken(Path file, ReentrantLock threads) throws IOException {
    try {
      FileChannel channel =
          FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
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
