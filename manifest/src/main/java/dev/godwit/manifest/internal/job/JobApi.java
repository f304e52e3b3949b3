package dev.godwit.manifest.internal.job;

import dev.godwit.core.Slice;
import dev.godwit.core.error.GodwitException;
import dev.godwit.core.error.Place;
import dev.godwit.manifest.internal.draft.Draft;
import dev.godwit.manifest.internal.python.Repr;
import dev.godwit.manifest.internal.record.ExtractedValues;
import dev.godwit.manifest.internal.record.Occasion;
import dev.godwit.manifest.internal.request.Exchange;
import dev.godwit.manifest.internal.request.Meter;
import dev.godwit.manifest.internal.request.Requester;
import dev.godwit.manifest.internal.scope.SliceView;
import dev.godwit.manifest.internal.template.Scope;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The requests of a job's life. Thread-safe.
///
/// @param abort null where nothing is to be sent; so `delete`
/// @param targets asks for the download targets; null where the last poll has them
/// @param status finds the API's word for the state of a job
/// @param target finds the download targets; null for one download without any
/// @param scope holds the configuration
record JobApi(
    Requester creation,
    Requester polling,
    @Nullable Requester abort,
    @Nullable Requester delete,
    @Nullable Requester targets,
    ExtractedValues status,
    StatusWords words,
    @Nullable ExtractedValues target,
    Scope scope) {
  /// Fields of the answer to a creation.
  Map<String, @Nullable Object> create(Slice slice, Meter meter) throws InterruptedException {
    return AnswerFields.of(successful(creation, SliceView.bind(scope, slice, Map.of()), meter));
  }

  Exchange poll(Job job, Meter meter) throws InterruptedException {
    return send(polling, aboutJob(job), meter);
  }

  JobStatus status(Job job, Exchange poll, Meter meter) throws InterruptedException {
    List<@Nullable Object> found = status.in(poll.response(), occasion(job, meter));
    return words.meaning(found.isEmpty() ? "None" : Repr.str(found.getFirst()));
  }

  void abort(Job job, Meter meter) throws InterruptedException {
    if (abort != null) {
      send(abort, aboutJob(job), meter);
    }
  }

  void delete(Job job, Meter meter) throws InterruptedException {
    if (delete != null) {
      send(delete, aboutJob(job), meter);
    }
  }

  /// What a completed job has to download, mostly addresses.
  List<@Nullable Object> targets(Job job, Meter meter) throws InterruptedException {
    if (target == null) {
      return List.of("");
    }
    if (targets == null) {
      return target.in(job.completion().response(), occasion(job, meter));
    }
    Slice nothing = new Slice(job.slice().stream(), 0, Map.of(), Map.of(), Map.of());
    Map<String, @Nullable Object> known = new LinkedHashMap<>();
    known.put("polling_response", AnswerFields.of(job.completion()));
    Exchange exchange = successful(targets, SliceView.bind(scope, nothing, known), meter);
    return target.in(exchange.response(), occasion(job, meter));
  }

  /// The slice of a completed job as a download sees it. Its extra fields hold answers, so it does
  /// not travel.
  Slice download(Job job, @Nullable Object target) {
    Slice slice = job.slice();
    Map<String, @Nullable Object> known = new LinkedHashMap<>(slice.extras());
    known.put("download_target", target);
    known.put("creation_response", job.creation());
    known.put("polling_response", AnswerFields.of(job.completion()));
    return new Slice(slice.stream(), slice.number(), slice.partition(), slice.interval(), known);
  }

  private Occasion occasion(Job job, Meter meter) {
    return new Occasion(job.slice(), aboutJob(job), meter, scope.environment().clock().millis());
  }

  private Scope aboutJob(Job job) {
    Map<String, @Nullable Object> known = new LinkedHashMap<>();
    known.put("creation_response", job.creation());
    return SliceView.bind(scope, job.slice(), known);
  }

  private static Exchange successful(Requester requester, Scope scope, Meter meter)
      throws InterruptedException {
    Exchange exchange = send(requester, scope, meter);
    if (!exchange.response().ok()) {
      throw GodwitException.system(
              "job.bad-answer",
              "The API answered with status " + exchange.response().status() + ".")
          .at(Place.request(exchange.request().describe()));
    }
    return exchange;
  }

  private static Exchange send(Requester requester, Scope scope, Meter meter)
      throws InterruptedException {
    return requester.send(scope, null, new Draft(), meter, null);
  }
}
