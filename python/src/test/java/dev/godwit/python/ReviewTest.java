package dev.godwit.python;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.godwit.core.Surroundings;
import dev.godwit.manifest.Manifest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Classes that do not go together with the manifest that names them, all looked at in one process.
class ReviewTest {
  private static final String HEAD =
      """
      import requests
      from dataclasses import dataclass
      from airbyte_cdk.sources.declarative.extractors.record_extractor import RecordExtractor
      from airbyte_cdk.sources.declarative.transformations import RecordTransformation
      from airbyte_cdk.sources.declarative.auth.declarative_authenticator import NoAuth

      """;

  private static final String MANIFEST =
      """
      version: 6.0.0
      type: DeclarativeSource
      check: {type: CheckStream, stream_names: [birds]}
      streams:
      - type: DeclarativeStream
        name: birds
        schema_loader: {type: InlineSchemaLoader, schema: {properties: {id: {type: integer}}}}
        retriever:
          type: SimpleRetriever
          requester:
            type: HttpRequester
            url_base: https://example.com
            path: birds
            authenticator: AUTHENTICATOR
          record_selector:
            type: RecordSelector
            extractor: EXTRACTOR
        transformations: [TRANSFORMATIONS]
      """;

  private static final String NO_AUTH = "{type: NoAuth}";
  private static final String ALL = "{type: DpathExtractor, field_path: []}";

  @TempDir private Path folder;

  @BeforeAll
  static void python() {
    Pythons.prepare();
  }

  @Test
  void classesThatFitAreNotSpokenOf() throws IOException {
    List<Misfit> found =
        review(
            """
            @dataclass
            class Good(RecordTransformation):
                field: str

                def transform(self, record, config=None, stream_state=None, stream_slice=None):
                    pass

            class Rows(RecordExtractor):
                def extract_records(self, response):
                    return []

            @dataclass
            class Key(NoAuth):
                pass
            """,
            custom("CustomAuthenticator", "Key"),
            custom("CustomRecordExtractor", "Rows"),
            transformation("Good, field: name"));
    assertThat(found).isEmpty();
  }

  @Test
  void eachMistakeIsFoundWhereItIs() throws IOException {
    List<Misfit> found =
        review(
            """
            class Misspelt(RecordTransformation):
                def transfrom(self, record, config=None, stream_state=None, stream_slice=None):
                    pass

            class Narrow(RecordTransformation):
                def transform(self, record):
                    pass

            class Waiting(RecordTransformation):
                async def transform(self, record, config=None, stream_state=None, stream_slice=None):
                    pass

            class Undeclared(RecordTransformation):
                def __init__(self, field):
                    self.field = field

                def transform(self, record, config=None, stream_state=None, stream_slice=None):
                    pass

            @dataclass
            class Needy(RecordTransformation):
                field: str

                def transform(self, record, config=None, stream_state=None, stream_slice=None):
                    pass

            def function(record):
                pass

            class Plain:
                def extract_records(self):
                    return []

            class Stranger:
                pass
            """,
            custom("CustomAuthenticator", "Stranger"),
            custom("CustomRecordExtractor", "Plain"),
            transformation("Misspelt"),
            transformation("Narrow"),
            transformation("Waiting"),
            transformation("Undeclared, field: a"),
            transformation("Needy, feild: a"),
            transformation("function"),
            transformation("Narow"));
    assertThat(found)
        .extracting(Misfit::code, misfit -> misfit.line() == 0, Misfit::error)
        .containsExactlyInAnyOrder(
            tuple("wrong-base", false, true),
            tuple("signature", false, true),
            tuple("abstract", false, true),
            tuple("signature", false, true),
            tuple("async", false, true),
            tuple("dropped-field", false, false),
            tuple("constructor", false, true),
            tuple("dropped-field", false, false),
            tuple("constructor", false, true),
            tuple("not-a-class", false, true),
            tuple("no-class", true, true));
    assertThat(found)
        .extracting(Misfit::message)
        .anyMatch(message -> message.contains("leaves out transform"))
        .anyMatch(message -> message.contains("got an unexpected keyword argument 'config'"))
        .anyMatch(message -> message.contains("Did you mean field?"))
        .anyMatch(message -> message.contains("Did you mean Narrow?"))
        .anyMatch(message -> message.contains("Declare field with a type in the class"));
    assertThat(found).allSatisfy(misfit -> assertThat(misfit.site().place().line()).isPositive());
  }

  @Test
  void aFileThatCannotBeImportedIsOneFinding() throws IOException {
    List<Misfit> found = review("import birds_of_paradise\n", NO_AUTH, ALL, transformation("A"));
    assertThat(found)
        .singleElement()
        .satisfies(misfit -> {
          assertThat(misfit.code()).isEqualTo("import");
          assertThat(misfit.message()).contains("birds_of_paradise", "line 7");
        });
    assertThat(review("def f(:\n", NO_AUTH, ALL, transformation("A")))
        .singleElement()
        .satisfies(misfit -> assertThat(misfit.message()).contains("SyntaxError", "line 7"));
  }

  private List<Misfit> review(
      String components, String authenticator, String extractor, String... transformations)
      throws IOException {
    Path file = folder.resolve("components.py");
    Files.writeString(file, HEAD + components);
    String manifest =
        MANIFEST
            .replace("AUTHENTICATOR", authenticator)
            .replace("EXTRACTOR", extractor)
            .replace("TRANSFORMATIONS", String.join(", ", transformations));
    return new PythonComponents(file, Pythons.settings())
        .review(
            Manifest.parse("birds.yaml", manifest).pythonComponents(),
            Surroundings.of(Map.copyOf(System.getenv()), (_, _) -> {}));
  }

  private static String transformation(String classAndFields) {
    return custom("CustomTransformation", classAndFields);
  }

  private static String custom(String type, String classAndFields) {
    return "{type: " + type + ", class_name: source_birds.components." + classAndFields + "}";
  }
}
