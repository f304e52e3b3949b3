package dev.godwit.destinations.files;

import dev.godwit.core.CheckResult;
import dev.godwit.core.CommitPolicy;
import dev.godwit.core.Delivery;
import dev.godwit.core.Destination;
import dev.godwit.core.StoredStream;
import dev.godwit.core.StreamPlan;
import dev.godwit.core.StreamWriter;
import dev.godwit.core.catalog.StreamName;
import dev.godwit.core.catalog.WriteMode;
import dev.godwit.core.error.GodwitException;
import dev.godwit.destinations.internal.staging.Load;
import dev.godwit.destinations.internal.staging.StagingBudget;
import dev.godwit.destinations.internal.staging.StagingFolder;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The standard output as a destination: each row is a line of JSON that names its stream. Nothing
/// is remembered, so every run reads everything. Rows come out as soon as their slice has ended.
public final class StandardOutput implements Destination {
  private static final long STAGING_BYTES = 16L << 20;

  private final OutputStream out;
  private final StagingBudget budget = new StagingBudget(STAGING_BYTES);
  private @Nullable StagingFolder staging;

  StandardOutput(OutputStream out) {
    this.out = out;
  }

  /// Opens the output of this process.
  public static StandardOutput open() {
    return new StandardOutput(new FileOutputStream(FileDescriptor.out));
  }

  /// Whether a destination's URI names it.
  public static boolean isNamedBy(String uri) {
    return uri.equals("jsonl:-");
  }

  @Override
  public CheckResult check() {
    return CheckResult.OK;
  }

  @Override
  public StoredStream stored(StreamName stream) {
    return StoredStream.NONE;
  }

  @Override
  public List<StreamName> streams() {
    return List.of();
  }

  @Override
  public Delivery delivery() {
    return Delivery.AT_LEAST_ONCE;
  }

  @Override
  public Set<WriteMode> writeModes() {
    return EnumSet.of(WriteMode.APPEND, WriteMode.OVERWRITE);
  }

  @Override
  public CommitPolicy commitPolicy() {
    return CommitPolicy.EACH_SLICE;
  }

  @Override
  public long clear(StreamName stream) {
    return 0;
  }

  @Override
  public StreamWriter open(StreamPlan plan) {
    return new OutputWriter(this, plan);
  }

  StagingBudget budget() {
    return budget;
  }

  /// Where rows wait until their slice has ended.
  synchronized StagingFolder staging() {
    StagingFolder folder = staging;
    if (folder == null) {
      folder =
          new StagingFolder(
              Path.of(System.getProperty("java.io.tmpdir")), "output", FilesPlace::failed);
      folder.create();
      folder.clean();
      staging = folder;
    }
    return folder;
  }

  /// Writes whole lines.
  synchronized void write(Load lines) {
    try {
      lines.read((bytes, length) -> out.write(bytes, 0, length));
      out.flush();
    } catch (IOException e) {
      throw GodwitException.config("files.output", "Nobody reads the output any more.").causedBy(e);
    }
  }

  @Override
  public synchronized void close() {
    if (staging != null) {
      staging.close();
      staging = null;
    }
  }
}
