package dev.godwit.manifest.internal.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.godwit.manifest.internal.Corpus;
import dev.godwit.manifest.internal.config.PlainNode;
import dev.godwit.manifest.internal.document.YamlReader;
import dev.harrel.jsonschema.Dialects;
import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageSchemaTest {
  private static final String MANIFEST =
      """
      version: 6.1.0
      check: {type: CheckStream, stream_names: [users]}
      definitions:
        requester: {type: HttpRequester, url: https://api.example.com/users}
        limit: 100
        notes: {anything: [goes, 1, {here: null}]}
      streams:
        - name: users
          primary_key: id
          $parameters: {kind: person}
          schema_loader: {type: InlineSchemaLoader, schema: {type: object}}
          retriever:
            type: SimpleRetriever
            requester:
              $ref: '#/definitions/requester'
              http_method: GET
              authenticator: {type: BearerAuthenticator, api_token: "{{ config['key'] }}"}
              error_handler: {max_retries: 3}
            record_selector: {extractor: {field_path: [data]}}
            paginator:
              type: DefaultPaginator
              pagination_strategy: {type: PageIncrement, page_size: '#/definitions/limit'}
              page_token_option: {type: RequestPath}
            partition_router:
              - {type: ListPartitionRouter, cursor_field: shop, values: [a, b]}
          transformations:
            - {class_name: shop.Transformation, fields: [a]}
          incremental_sync:
            type: DatetimeBasedCursor
            cursor_field: updated_at
            start_datetime: "2024-01-01"
            end_datetime: {datetime: "{{ now_utc() }}"}
            datetime_format: "%Y-%m-%d"
        - $ref: '#/definitions/notes'
        - '#/definitions/notes'
      """;

  private static final Schema TOLERANT = new Schema(LanguageSchema.tolerant());
  private static final Schema STRICT = new Schema(LanguageSchema.strict());

  /// A schema that is ready to be asked.
  private record Schema(Validator validator, URI uri) {
    Schema(Map<String, @Nullable Object> schema) {
      this(
          new ValidatorFactory()
              .withDefaultDialect(new Dialects.Draft7Dialect())
              .withJsonNodeFactory(PlainNode.FACTORY)
              .createValidator(),
          schema);
    }

    private Schema(Validator validator, Map<String, @Nullable Object> schema) {
      this(validator, validator.registerSchema(new PlainNode(schema, "")));
    }

    boolean accepts(@Nullable Object document) {
      return validator.validate(uri, new PlainNode(document, "")).isValid();
    }

    boolean accepts(String yaml) {
      return accepts(YamlReader.read("test.yaml", yaml).plain());
    }
  }

  @Test
  void acceptsEveryRecordedManifest() {
    assumeTrue(Corpus.isPresent(), "the recorded manifests are not at hand");
    List<Path> refused = new ArrayList<>();
    for (Path manifest : Corpus.manifests()) {
      if (!TOLERANT.accepts(YamlReader.read(manifest).plain())) {
        refused.add(manifest);
      }
    }

    assertThat(refused).isEmpty();
  }

  @Test
  void acceptsReferencesOmittedTypesParametersAndCustomComponents() {
    assertThat(TOLERANT.accepts(MANIFEST)).isTrue();
    assertThat(STRICT.accepts(MANIFEST)).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          version: 6.1.0                 |
          check: {type: CheckStream, stream_names: [users]} |
          type: CheckStream              | type: CheckStreams
          stream_names: [users]          | stream_names: users
          streams:                       | stream:
          `- '#/definitions/notes'`      | - 7
          - name: users                  | - name: [users]
          retriever:                     | retreiver:
          definitions:                   | definition:
          type: SimpleRetriever          | type: SimpleRequester
          type: SimpleRetriever          | type: HttpRequester
          http_method: GET               | http_method: FETCH
          type: BearerAuthenticator, api | type: Bearer, api
          max_retries: 3                 | max_retries: [3]
          type: InlineSchemaLoader       | type: InlineSchema
          field_path: [data]             | field_path: {data: 1}
          extractor: {field_path: [data]} | extractor: 7
          extractor: {                   | extractors: {
          type: PageIncrement            | type: PagesIncrement
          page_token_option: {type: RequestPath} | page_token_option: {type: RequestOption, inject_into: cookie}
          `pagination_strategy: {type: PageIncrement, page_size: '#/definitions/limit'}` | pagination_strategy: none
          - {type: ListPartitionRouter   | - {type: LstPartitionRouter
          values: [a, b]                 | values: {a: b}
          class_name: shop               | name: shop
          type: DatetimeBasedCursor      | type: DateCursor
          "2024-01-01"                   | {max_datetime: [x], datetime: y}
          `- $ref: '#/definitions/notes'` | - $ref: [a]
          `- '#/definitions/notes'`      | - users
          `{type: HttpRequester, url`    | `{type: HttpRequester, use_cache: perhaps, url`
          """)
  void refusesMistakes(String right, @Nullable String wrong) {
    assertThat(MANIFEST).contains(right);
    String broken = MANIFEST.replace(right, wrong == null ? "" : wrong);

    assertThat(TOLERANT.accepts(broken)).isFalse();
    assertThat(STRICT.accepts(broken)).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          primary_key: id            | primary_kye: id
          max_retries: 3             | max_retry: 3
          cursor_field: updated_at   | cursor: updated_at
          cursor_field: shop,        |
          page_size:                 | size:
          field_path: [data]         |
          """)
  void letsPassWhatOnlyTheStrictOneRefuses(String right, @Nullable String wrong) {
    assertThat(MANIFEST).contains(right);
    String sloppy = MANIFEST.replace(right, wrong == null ? "" : wrong);

    assertThat(TOLERANT.accepts(sloppy)).isTrue();
    assertThat(STRICT.accepts(sloppy)).isFalse();
  }

  @Test
  void everyReferenceInItLeadsToADefinition() {
    Map<String, @Nullable Object> schema = LanguageSchema.strict();
    Set<String> named = new TreeSet<>();
    collect(schema, named);

    assertThat(schema.get("definitions"))
        .asInstanceOf(InstanceOfAssertFactories.map(String.class, Object.class))
        .containsKeys(named.toArray(String[]::new));
    assertThat(named).allMatch(name -> name.matches("[A-Za-z0-9.-]+"));
  }

  private static void collect(@Nullable Object schema, Set<String> named) {
    switch (schema) {
      case Map<?, ?> map -> {
        if (map.get("$ref") instanceof String reference) {
          named.add(reference.replace("#/definitions/", ""));
        }
        map.values().forEach(value -> collect(value, named));
      }
      case List<?> list -> list.forEach(value -> collect(value, named));
      case null, default -> {}
    }
  }
}
