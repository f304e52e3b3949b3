package dev.godwit.manifest.internal.spec;

import static dev.godwit.manifest.internal.spec.Variable.CONFIG;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Has the API prepare a job, waits for it, and downloads what it made.
///
/// @param pollingJobTimeout minutes, a number or a template of one
/// @param failedRetryWaitTimeInSeconds a number or a template of one
/// @param partitionRouter null when absent or an empty list
public record AsyncRetriever(
    Origin origin,
    RecordSelector recordSelector,
    AsyncJobStatusMap statusMapping,
    RecordExtractorSpec statusExtractor,
    @Nullable RecordExtractorSpec downloadTargetExtractor,
    @Nullable DownloadExtractorSpec downloadExtractor,
    RequesterSpec creationRequester,
    RequesterSpec pollingRequester,
    @Scope(CONFIG) @OneOf({Long.class, String.class}) @Nullable Object pollingJobTimeout,
    @Scope(CONFIG) @OneOf({Long.class, String.class}) @Nullable Object failedRetryWaitTimeInSeconds,
    @Nullable RequesterSpec downloadTargetRequester,
    RequesterSpec downloadRequester,
    @Nullable PaginatorSpec downloadPaginator,
    @Nullable RequesterSpec abortRequester,
    @Nullable RequesterSpec deleteRequester,
    @Nullable PartitionRouterSpec partitionRouter,
    @Nullable DecoderSpec decoder,
    @Nullable DecoderSpec downloadDecoder)
    implements RetrieverSpec {
  /// The API's words for the states of a job.
  public record AsyncJobStatusMap(
      Origin origin,
      List<String> running,
      List<String> completed,
      List<String> failed,
      List<String> timeout,
      @OrEmpty List<String> skipped)
      implements Component {}
}
