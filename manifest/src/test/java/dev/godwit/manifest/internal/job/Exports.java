package dev.godwit.manifest.internal.job;

import dev.godwit.core.Checkpoint.Extent;
import dev.godwit.core.JsonRows;
import dev.godwit.core.RecordBatch;
import dev.godwit.core.Slice;
import dev.godwit.core.SliceReader;
import dev.godwit.core.Source;
import dev.godwit.core.StreamReader;
import dev.godwit.core.Surroundings;
import dev.godwit.core.catalog.ConfiguredStream;
import dev.godwit.core.error.GodwitException;
import dev.godwit.core.log.Log;
import dev.godwit.manifest.Manifest;
import dev.godwit.manifest.internal.Answered;
import dev.godwit.manifest.internal.Api;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// An API that exports the rows of docks through jobs, and a stream that reads them. Jobs are named
/// after their dock and their attempt: `a-1`. Waiting takes no time, and the clock stands still.
final class Exports {
  private static final String MANIFEST =
      """
      version: 6.0.0
      check: {type: CheckStream, stream_names: [rows]}
      MORE
      definitions:
        api:
          type: HttpRequester
          url_base: "{{ config['api'] }}"
          error_handler: {type: DefaultErrorHandler, max_retries: 0}
      streams:
      - name: rows
        schema_loader: {type: InlineSchemaLoader, schema: {}}
        retriever:
          type: AsyncRetriever
          record_selector: {type: RecordSelector, extractor: {type: DpathExtractor, field_path: []}}
          status_mapping:
            {type: AsyncJobStatusMap, running: [busy], completed: [done], failed: [bad], timeout: [late], skipped: [none]}
          status_extractor: {type: DpathExtractor, field_path: [status]}
          download_target_extractor: {type: DpathExtractor, field_path: [files]}
          creation_requester: {$ref: "#/definitions/api", path: "create/{{ stream_partition.dock }}", http_method: POST}
          polling_requester: {$ref: "#/definitions/api", path: "poll/{{ creation_response.id }}"}
          abort_requester: {$ref: "#/definitions/api", path: "abort/{{ creation_response.id }}"}
          delete_requester: {$ref: "#/definitions/api", path: "delete/{{ creation_response.id }}"}
          download_requester: {$ref: "#/definitions/api", path: "{{ download_target }}"}
          partition_router: {type: ListPartitionRouter, cursor_field: dock, values: DOCKS}
          FIELDS
      """;

  private final Map<String, String> parts = new HashMap<>();
  private final Map<String, Integer> attempts = new HashMap<>();
  final List<Double> waits = new ArrayList<>();
  final List<String> asked = new ArrayList<>();
  final List<String> rows = new ArrayList<>();
  @Nullable GodwitException error;

  /// Further fields of the retriever; later ones replace earlier ones.
  Exports fields(String yaml) {
    parts.put("FIELDS\n", yaml.indent(4).strip() + "\n");
    return this;
  }

  /// Further fields of the manifest.
  Exports manifest(String yaml) {
    parts.put("MORE", yaml);
    return this;
  }

  private String yaml(String docks) {
    String text = MANIFEST.replace("DOCKS", "[" + docks + "]");
    for (String part : List.of("FIELDS\n", "MORE")) {
      text = text.replace(part, parts.getOrDefault(part, ""));
    }
    return text;
  }

  /// Reads everything.
  ///
  /// @param docks the partitions
  /// @param answers to polls, by the name of the job, with single quotes; an answer that is a
  ///   number is the status of the response
  Exports read(String docks, Function<String, String> answers) {
    try (Api api = Api.answering(request -> answer(request, answers));
        Source source = open(docks, api);
        StreamReader reader =
            source.open(ConfiguredStream.byDefault(source.discover().streams().getFirst()), null)) {
      for (Slice slice = reader.nextSlice(); slice != null; slice = reader.nextSlice()) {
        read(reader, slice);
        reader.finish(slice);
      }
      reader.end(Extent.COMPLETE);
    } catch (GodwitException e) {
      error = e;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return this;
  }

  /// Checks instead of reading.
  Exports check(String docks, Function<String, String> answers) {
    try (Api api = Api.answering(request -> answer(request, answers));
        Source source = open(docks, api)) {
      source.check();
    }
    return this;
  }

  private Source open(String docks, Api api) {
    Clock clock = Clock.fixed(Instant.parse("2024-03-10T12:00:00Z"), ZoneOffset.UTC);
    Surroundings surroundings =
        new Surroundings(clock, time -> waits.add(time.toMillis() / 1000.0), Map.of(), Log.NONE);
    return Manifest.parse("rows.yaml", yaml(docks)).open(Map.of("api", api.url("/")), surroundings);
  }

  private void read(StreamReader reader, Slice slice) throws InterruptedException {
    try (SliceReader pages = reader.open(slice)) {
      for (RecordBatch batch = pages.next(); batch != null; batch = pages.next()) {
        switch (batch) {
          case JsonRows json -> {
            for (int row = 0; row < json.rows(); row++) {
              rows.add(json.text(row));
            }
          }
        }
      }
    }
  }

  private synchronized Answered answer(Api.Asked request, Function<String, String> answers) {
    asked.add(request.target().substring(1));
    String[] path = request.target().split("/", -1);
    if (path[1].equals("create")) {
      String job = path[2] + "-" + attempts.merge(path[2], 1, Integer::sum);
      String answer = answers.apply("create " + job);
      return answer.isEmpty() ? Answered.json("{\"id\": \"" + job + "\"}") : answered(answer);
    }
    return path[1].equals("poll")
        ? answered(answers.apply(path[2]))
        : Answered.json("[{\"from\":\"" + String.join("/", path).substring(1) + "\"}]");
  }

  private static Answered answered(String text) {
    return text.matches("\\d+")
        ? Answered.status(Integer.parseInt(text))
        : Answered.json(text.replace('\'', '"'));
  }
}
