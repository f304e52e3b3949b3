package dev.godwit.manifest.internal.job;

import dev.godwit.core.Surroundings;
import dev.godwit.core.error.GodwitException;
import dev.godwit.manifest.internal.decode.Decoder;
import dev.godwit.manifest.internal.decode.DecoderCompiler;
import dev.godwit.manifest.internal.record.SelectorCompiler;
import dev.godwit.manifest.internal.request.Requester;
import dev.godwit.manifest.internal.request.RequesterCompiler;
import dev.godwit.manifest.internal.spec.AsyncRetriever;
import dev.godwit.manifest.internal.spec.RequesterSpec;
import dev.godwit.manifest.internal.template.Scope;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Makes jobs out of their descriptions.
public final class JobCompiler {
  /// How long a job may take where the manifest does not say. The reference's number.
  private static final Duration TIMEOUT = Duration.ofMinutes(60);

  private final Scope scope;
  private final RequesterCompiler requesters;
  private final Surroundings surroundings;
  private final JobSlots slots;

  /// @param scope holds the configuration
  /// @param slots of the source
  public JobCompiler(
      Scope scope, RequesterCompiler requesters, Surroundings surroundings, JobSlots slots) {
    this.scope = scope;
    this.requesters = requesters;
    this.surroundings = surroundings;
    this.slots = slots;
  }

  /// Makes the jobs of a stream.
  ///
  /// @param shared whether the stream counts among those that share the source's slots; parents
  ///   have a slot of their own, or children could wait for them for ever
  public Jobs compile(
      AsyncRetriever spec, String stream, boolean shared, SelectorCompiler selectors) {
    if (spec.downloadTargetRequester() != null && spec.downloadTargetExtractor() == null) {
      throw GodwitException.system(
              "job.no-target-extractor",
              "A download_target_requester needs a download_target_extractor.")
          .at(spec.origin().place("download_target_requester"));
    }
    Decoder decoder = new DecoderCompiler(surroundings.log()).compile(spec.decoder());
    JobApi api =
        new JobApi(
            requesters.compile(spec.creationRequester(), stream, false),
            requesters.compile(spec.pollingRequester(), stream, false),
            requester(spec.abortRequester(), stream),
            requester(spec.deleteRequester(), stream),
            requester(spec.downloadTargetRequester(), stream),
            selectors.values(spec.statusExtractor(), decoder),
            new StatusWords(spec.statusMapping()),
            spec.downloadTargetExtractor() == null
                ? null
                : selectors.values(spec.downloadTargetExtractor(), decoder),
            scope);
    Duration timeout = time(spec, "polling_job_timeout", spec.pollingJobTimeout(), 60);
    JobRules rules =
        new JobRules(
            shared ? slots : JobSlots.single(),
            timeout == null ? TIMEOUT : timeout,
            time(
                spec, "failed_retry_wait_time_in_seconds", spec.failedRetryWaitTimeInSeconds(), 1));
    return new Jobs(api, rules, surroundings);
  }

  private @Nullable Requester requester(@Nullable RequesterSpec spec, String stream) {
    return spec == null ? null : requesters.compile(spec, stream, false);
  }

  /// A time, null where the field is absent or zero.
  ///
  /// @param unit in seconds
  private @Nullable Duration time(
      AsyncRetriever spec, String field, @Nullable Object value, int unit) {
    if (value == null || value.equals(0L) || value.equals("")) {
      return null;
    }
    Long number = WholeNumber.of(value, scope);
    if (number == null || number < 0) {
      throw GodwitException.config("manifest.not-a-number", field + " is no positive integer.")
          .at(spec.origin().place(field));
    }
    return number == 0 ? null : Duration.ofSeconds(Math.multiplyExact(number, unit));
  }
}
