package dev.godwit.manifest.internal.stream;

import dev.godwit.core.Slice;
import dev.godwit.core.SliceReader;
import dev.godwit.core.json.JsonWriter;
import dev.godwit.core.log.Log;
import dev.godwit.manifest.internal.job.Job;
import dev.godwit.manifest.internal.job.JobLoop;
import dev.godwit.manifest.internal.job.Jobs;
import dev.godwit.manifest.internal.request.Meter;
import dev.godwit.manifest.internal.slice.Router;
import dev.godwit.manifest.internal.slice.StreamCursor;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Has the API prepare each slice. A slice can be opened once its job is completed.
///
/// @param router null for a stream with one partition
/// @param downloads reads one download target, page by page
record JobRetriever(Jobs jobs, @Nullable Router router, Retriever downloads, Log log)
    implements Retrieval {
  @Override
  public Reading begin(StreamCursor cursor, Meter meter) {
    JobLoop loop = jobs.loop(cursor::next, meter);
    Map<Long, Job> completed = new ConcurrentHashMap<>();
    return new Reading() {
      @Override
      public @Nullable Slice next() throws InterruptedException {
        Job job = loop.next();
        if (job == null) {
          return null;
        }
        completed.put(job.slice().number(), job);
        return job.slice();
      }

      @Override
      public SliceReader open(Slice slice) {
        log.info("slice:" + JsonWriter.text(slice.interval()));
        Job job = Objects.requireNonNull(completed.remove(slice.number()), "opened before");
        return new JobDownloads(jobs, job, downloads, cursor, meter);
      }

      @Override
      public void close() {
        loop.close();
      }
    };
  }
}
