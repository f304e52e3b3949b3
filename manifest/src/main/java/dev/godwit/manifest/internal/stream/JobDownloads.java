package dev.godwit.manifest.internal.stream;

import dev.godwit.core.RecordBatch;
import dev.godwit.core.SliceReader;
import dev.godwit.manifest.internal.job.Job;
import dev.godwit.manifest.internal.job.Jobs;
import dev.godwit.manifest.internal.request.Meter;
import dev.godwit.manifest.internal.slice.StreamCursor;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/// Reads what a completed job has to download, target after target. The job is deleted after the
/// last row.
final class JobDownloads implements SliceReader {
  private final Jobs jobs;
  private final Job job;
  private final Retriever downloads;
  private final StreamCursor cursor;
  private final Meter meter;
  private @Nullable Iterator<? extends @Nullable Object> targets;
  private @Nullable SlicePages pages;
  private boolean ended;

  JobDownloads(Jobs jobs, Job job, Retriever downloads, StreamCursor cursor, Meter meter) {
    this.jobs = jobs;
    this.job = job;
    this.downloads = downloads;
    this.cursor = cursor;
    this.meter = meter;
  }

  @Override
  public @Nullable RecordBatch next() throws InterruptedException {
    while (!ended) {
      SlicePages open = pages == null ? nextTarget() : pages;
      if (open == null) {
        ended = true;
        jobs.delete(job, meter);
        return null;
      }
      RecordBatch rows = open.next();
      if (rows != null) {
        return rows;
      }
      close();
    }
    return null;
  }

  private @Nullable SlicePages nextTarget() throws InterruptedException {
    if (targets == null) {
      targets = jobs.targets(job, meter).iterator();
    }
    if (!targets.hasNext()) {
      return null;
    }
    pages =
        new SlicePages(downloads, cursor, job.slice(), jobs.download(job, targets.next()), meter);
    return pages;
  }

  @Override
  public void close() {
    if (pages != null) {
      pages.close();
      pages = null;
    }
  }
}
