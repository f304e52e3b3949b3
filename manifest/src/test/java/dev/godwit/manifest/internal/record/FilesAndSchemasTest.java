package dev.godwit.manifest.internal.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.godwit.core.JsonRows;
import dev.godwit.core.RowFile;
import dev.godwit.core.Slice;
import dev.godwit.core.SliceReader;
import dev.godwit.core.Source;
import dev.godwit.core.StreamReader;
import dev.godwit.core.catalog.ConfiguredStream;
import dev.godwit.core.catalog.Stream;
import dev.godwit.core.catalog.StreamName;
import dev.godwit.core.error.GodwitException;
import dev.godwit.core.json.JsonParser;
import dev.godwit.manifest.internal.Answered;
import dev.godwit.manifest.internal.Api;
import dev.godwit.manifest.internal.Reading;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Files that come with rows, lists that are fetched, and schemas that the API describes.
class FilesAndSchemasTest {
  private static final String UPLOAD =
      """
      file_uploader:
        type: FileUploader
        requester: {type: HttpRequester, url: "{{ download_target }}"}
        download_target_extractor: {type: DpathExtractor, field_path: [url]}
        filename_extractor: "NAME"
      """;

  private static Answered answer(Api.Asked asked, String rows) {
    return asked.target().startsWith("/file")
        ? Answered.status(200).body("content of " + asked.target())
        : Answered.json(rows.replace("API", "http://" + asked.header("Host")));
  }

  private static Stream described(Source source) {
    return source.discover().find(StreamName.of("items")).orElseThrow();
  }

  @Test
  void theFileOfARowIsFetchedWithIt() throws Exception {
    String rows = "[{\"id\":1,\"url\":\"API/file/a\"},{\"id\":2,\"url\":\"API/file/b\"}]";
    String name = "named-" + System.nanoTime() + "/{{ record.id }}.txt";
    try (Api api = Api.answering(asked -> answer(asked, rows));
        Source source = new Reading(api).stream(UPLOAD.replace("NAME", name)).open()) {
      Stream stream = described(source);
      assertThat(stream.fileBased()).isTrue();
      try (StreamReader reader = source.open(ConfiguredStream.byDefault(stream), null)) {
        Slice slice = Objects.requireNonNull(reader.nextSlice());
        try (SliceReader batches = reader.open(slice)) {
          JsonRows first = (JsonRows) Objects.requireNonNull(batches.next());
          assertThat(first.rows()).isEqualTo(1);
          assertThat(api.asked()).hasSize(2);
          RowFile file = Objects.requireNonNull(first.file(0));
          assertThat(file.name()).startsWith("items/named-").endsWith("/1.txt");
          assertThat(file.bytes()).isEqualTo(18);
          assertThat(Path.of(file.path())).hasContent("content of /file/a");
          Files.delete(Path.of(file.path()));
        }
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "../../elsewhere | API/file/a | file.outside",
        "x               | 5          | file.no-target",
      })
  void aFileStaysInItsFolderAndNeedsAnAddress(String name, String url, String code) {
    String rows = "[{\"url\":" + (url.equals("5") ? url : "\"" + url + "\"") + "}]";
    try (Api api = Api.answering(asked -> answer(asked, rows))) {
      Reading reading = new Reading(api).stream(UPLOAD.replace("NAME", name));
      assertThatThrownBy(reading::read)
          .isInstanceOfSatisfying(GodwitException.class, e -> assertThat(e.code()).isEqualTo(code));
    }
  }

  private static Answered columnsOrRows(Api.Asked asked) {
    return Answered.json(
        asked.target().startsWith("/columns")
            ? "{\"cols\":[{\"name\":\"n\",\"kind\":\"int8\"},{\"name\":\"s\"},{\"name\":\"x\",\"kind\":\"odd\"}]}"
            : "[{\"n\":\"7\",\"s\":5,\"x\":1}]");
  }

  private static String described(String more) {
    return """
    type: DynamicSchemaLoader
    retriever:
      type: SimpleRetriever
      requester: {type: HttpRequester, url_base: "{{ config['api'] }}", path: columns}
      record_selector: {type: RecordSelector, extractor: {type: DpathExtractor, field_path: []}}
    schema_type_identifier:
      schema_pointer: [cols]
      key_pointer: [name]
      type_pointer: [kind]
      types_mapping:
      - {target_type: integer, current_type: int8}
    """
            .indent(4)
        + more.indent(6);
  }

  @Test
  void aSchemaThatTheApiDescribesIsAskedForOnce() {
    try (Api api = Api.answering(FilesAndSchemasTest::columnsOrRows)) {
      Reading reading =
          new Reading(api)
              .schema("\n" + described("- {target_type: boolean, current_type: odd}"))
              .selector(
                  "extractor: {type: DpathExtractor, field_path: []}\n"
                      + "schema_normalization: Default");
      assertThat(reading.read().rows()).isEqualTo(List.of(Map.of("n", 7L, "s", "5", "x", true)));
      assertThat(api.asked().stream().map(Api.Asked::target)).containsExactly("/columns", "/items");
      try (Source source = reading.open()) {
        assertThat(described(source).jsonSchema().get("properties"))
            .isEqualTo(
                JsonParser.STRICT.parse(
                    "{\"n\":{\"type\":[\"null\",\"integer\"]},\"s\":{\"type\":[\"null\",\"string\"]},"
                        + "\"x\":{\"type\":[\"null\",\"boolean\"]}}"));
      }
    }
  }

  @Test
  void aTypeThatNothingIsKnownOfIsAnError() {
    try (Api api = Api.answering(FilesAndSchemasTest::columnsOrRows)) {
      Reading reading = new Reading(api).schema("\n" + described(""));
      assertThatThrownBy(reading::read)
          .isInstanceOfSatisfying(
              GodwitException.class, e -> assertThat(e.code()).isEqualTo("schema.unknown-type"));
    }
  }

  @Test
  void rowsBeforeOneThatIsNoObjectAreKept() {
    try (Api api = Api.answering(asked -> Answered.json("[{\"a\":1},{\"a\":2},5,{\"a\":3}]"))) {
      Reading reading = new Reading(api);
      assertThatThrownBy(reading::read)
          .isInstanceOfSatisfying(
              GodwitException.class, e -> assertThat(e.code()).isEqualTo("record.not-object"));
      assertThat(reading.rows()).hasSize(2);
    }
  }
}
