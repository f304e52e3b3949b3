package dev.godwit.manifest.internal.job;

import dev.godwit.core.Slice;
import dev.godwit.core.Surroundings;
import dev.godwit.manifest.internal.request.Meter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The jobs of one stream. Thread-safe; each reading has a loop of its own.
public final class Jobs {
  private final JobApi api;
  private final JobRules rules;
  private final Surroundings surroundings;

  Jobs(JobApi api, JobRules rules, Surroundings surroundings) {
    this.api = api;
    this.rules = rules;
    this.surroundings = surroundings;
  }

  /// Begins a reading.
  ///
  /// @param slices what to have prepared
  public JobLoop loop(SliceSource slices, Meter meter) {
    JobClock clock = new JobClock(surroundings.clock(), surroundings.sleeper());
    return new JobLoop(api, rules, new Lookahead(slices), clock, meter, surroundings.log());
  }

  /// What a completed job has to download.
  public List<@Nullable Object> targets(Job job, Meter meter) throws InterruptedException {
    return api.targets(job, meter);
  }

  /// The job's slice as the requests of a download see it.
  public Slice download(Job job, @Nullable Object target) {
    return api.download(job, target);
  }

  /// Tells the API that a job's results are not needed any more.
  public void delete(Job job, Meter meter) throws InterruptedException {
    api.delete(job, meter);
  }
}
