package dev.godwit.manifest.internal.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.core.error.ErrorKind;
import dev.godwit.core.error.GodwitException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/// The life of jobs: what is asked in which order, what is begun anew, and what becomes of the rest
/// when one fails.
class JobsTest {
  private static final String DONE = "{'status': 'done', 'files': ['file/1', 'file/2']}";

  /// Answers of jobs by name, each list in turn; done without any.
  private static Function<String, String> answers(Map<String, List<String>> byJob) {
    Map<String, List<String>> left = new java.util.HashMap<>();
    byJob.forEach((job, answers) -> left.put(job, new ArrayList<>(answers)));
    return job -> {
      List<String> answers = left.getOrDefault(job, List.of());
      if (answers.isEmpty()) {
        return job.startsWith("create ") ? "" : DONE;
      }
      return answers.size() == 1 ? answers.getFirst() : answers.removeFirst();
    };
  }

  private static String status(String word) {
    return "{'status': '" + word + "'}";
  }

  private static GodwitException error(Exports exports) {
    return Objects.requireNonNull(exports.error);
  }

  @Test
  void aJobIsCreatedPolledDownloadedAndDeleted() {
    Exports exports =
        new Exports().read("a", answers(Map.of("a-1", List.of(status("busy"), DONE))));

    assertThat(exports.error).isNull();
    assertThat(exports.asked)
        .containsExactly("create/a", "poll/a-1", "poll/a-1", "file/1", "file/2", "delete/a-1");
    assertThat(exports.rows).containsExactly("{\"from\":\"file/1\"}", "{\"from\":\"file/2\"}");
    assertThat(exports.waits).containsExactly(5.0, 5.0);
  }

  @Test
  void oneJobRunsAtATimeWhereTheManifestSaysNothing() {
    Exports exports = new Exports().read("a, b", answers(Map.of()));

    assertThat(exports.asked.indexOf("create/b")).isGreaterThan(exports.asked.indexOf("poll/a-1"));
  }

  @Test
  void asManyJobsRunAtOnceAsTheManifestSays() {
    Exports exports =
        new Exports()
            .manifest("max_concurrent_async_job_count: \"{{ 1 + 1 }}\"")
            .read("a, b, c", answers(Map.of()));

    assertThat(exports.asked).startsWith("create/a", "create/b", "poll/a-1", "poll/b-1");
    assertThat(exports.rows).hasSize(6);
  }

  @Test
  void aCheckReadsOneRowAndDeletesNothing() {
    Exports exports = new Exports().check("a, b", answers(Map.of()));

    assertThat(exports.asked).containsExactly("create/a", "poll/a-1", "file/1");
  }

  @Test
  void aFailedJobIsBegunAnewUpToThreeTimes() {
    Exports exports =
        new Exports()
            .read(
                "a", answers(Map.of("a-1", List.of(status("bad")), "a-2", List.of(status("bad")))));

    assertThat(exports.error).isNull();
    assertThat(exports.asked)
        .containsExactly(
            "create/a",
            "poll/a-1",
            "create/a",
            "poll/a-2",
            "create/a",
            "poll/a-3",
            "file/1",
            "file/2",
            "delete/a-3");
  }

  @Test
  void aSliceWithoutLuckFailsAfterTheOthersWereRead() {
    Map<String, List<String>> bad =
        Map.of(
            "a-1", List.of(status("bad")),
            "a-2", List.of(status("late")),
            "a-3", List.of(status("bad")));
    Exports exports = new Exports().read("a, b", answers(bad));

    assertThat(error(exports).code()).isEqualTo("job.failed");
    assertThat(error(exports).kind()).isEqualTo(ErrorKind.SYSTEM);
    assertThat(error(exports).message()).isEqualTo("A job for dock=a failed 3 times.");
    assertThat(exports.asked).contains("abort/a-2").doesNotContain("abort/a-1", "abort/a-3");
    assertThat(exports.rows).hasSize(2);
  }

  @Test
  void aFailedJobWaitsBeforeItIsBegunAnew() {
    Exports exports =
        new Exports()
            .fields("failed_retry_wait_time_in_seconds: 12")
            .read("a", answers(Map.of("a-1", List.of(status("bad")))));

    assertThat(exports.asked).startsWith("create/a", "poll/a-1", "create/a", "poll/a-2");
    assertThat(exports.waits).containsExactly(5.0, 5.0, 5.0, 5.0, 5.0);
  }

  @Test
  void aJobThatTakesTooLongIsAbortedAndBegunAnew() {
    Exports exports =
        new Exports()
            .fields("polling_job_timeout: 1")
            .read("a", answers(Map.of("a-1", List.of(status("busy")))));

    assertThat(exports.error).isNull();
    assertThat(exports.asked.stream().filter("poll/a-1"::equals)).hasSize(13);
    assertThat(exports.asked).containsSubsequence("poll/a-1", "create/a", "poll/a-2", "file/1");
  }

  @Test
  void aSliceThatTheApiSkipsHasNoRows() {
    Exports exports = new Exports().read("a, b", answers(Map.of("a-1", List.of(status("none")))));

    assertThat(exports.error).isNull();
    assertThat(exports.asked)
        .containsExactly(
            "create/a", "poll/a-1", "create/b", "poll/b-1", "file/1", "file/2", "delete/b-1");
  }

  @Test
  void aRefusedCreationEndsEverythingAndAbortsWhatRuns() {
    Exports exports =
        new Exports()
            .manifest("max_concurrent_async_job_count: 2")
            .read("a, b", answers(Map.of("create b-1", List.of("403"))));

    assertThat(error(exports).code()).isEqualTo("http.refused");
    assertThat(exports.asked).containsExactly("create/a", "create/b", "abort/a-1");
  }

  @Test
  void aCreationThatFailsCountsAsAnAttemptAndSaysWhyInTheEnd() {
    Map<String, List<String>> down =
        Map.of(
            "create a-1",
            List.of("500"),
            "create a-2",
            List.of("500"),
            "create a-3",
            List.of("500"));
    Exports exports = new Exports().read("a, b", answers(down));

    assertThat(error(exports).code()).isEqualTo("http.failed");
    assertThat(exports.asked.stream().filter("create/a"::equals)).hasSize(3);
    assertThat(exports.rows).hasSize(2);
  }

  @Test
  void aStatusThatNobodyKnowsIsToldInTheEndAndAskedForAgain() {
    Exports exports = new Exports().read("a", answers(Map.of("a-1", List.of(status("odd"), DONE))));

    assertThat(exports.rows).hasSize(2);
    assertThat(error(exports).code()).isEqualTo("job.failed");
    assertThat(error(exports).message()).contains("'odd'");
  }

  @Test
  void downloadTargetsMayComeFromARequestOfTheirOwn() {
    Exports exports =
        new Exports()
            .fields(
                """
                download_target_requester: {$ref: "#/definitions/api", path: "poll/{{ polling_response.list }}"}
                """)
            .read("a", answers(Map.of("a-1", List.of("{'status': 'done', 'list': 'x'}"))));

    assertThat(exports.asked)
        .containsExactly("create/a", "poll/a-1", "poll/x", "file/1", "file/2", "delete/a-1");
  }

  @Test
  void aJobWithoutTargetsHasOneDownload() {
    Exports exports =
        new Exports()
            .fields(
                """
                download_target_extractor: null
                download_requester: {$ref: "#/definitions/api", path: "result/{{ polling_response.headers['Content-Type'] | length }}{{ download_target }}"}
                """)
            .read("a", answers(Map.of()));

    assertThat(exports.asked).containsExactly("create/a", "poll/a-1", "result/16", "delete/a-1");
  }

  @Test
  void aStatusWithTwoMeaningsIsRefused() {
    Exports exports =
        new Exports()
            .fields(
                "status_mapping: {type: AsyncJobStatusMap, running: [x], completed: [x], failed:"
                    + " [], timeout: []}")
            .read("a", answers(Map.of()));

    assertThat(error(exports).code()).isEqualTo("job.ambiguous-status");
    assertThat(exports.asked).isEmpty();
  }
}
