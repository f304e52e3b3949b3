package dev.godwit.manifest.internal.lint;

import dev.godwit.manifest.Manifest;
import dev.godwit.manifest.lint.Finding;
import java.util.List;

/// A manifest without any finding, to be damaged.
final class SmallManifest {
  static final String TEXT =
      """
      version: 6.0.0 # of the language
      type: DeclarativeSource
      check:
        type: CheckStream
        stream_names: [orders]
      definitions:
        requester:
          type: HttpRequester
          url: "https://api.example.com/{{ parameters['address'] }}"
          http_method: GET
          authenticator:
            type: ApiKeyAuthenticator
            api_token: "{{ config['token'] }}"
            inject_into: {type: RequestOption, inject_into: header, field_name: X-Key}
          error_handler:
            type: DefaultErrorHandler
            response_filters:
              - {type: HttpResponseFilter, predicate: "{{ response.busy }}", action: RETRY}
            backoff_strategies:
              - {type: WaitTimeFromHeader, header: Retry-After, regex: "([0-9]+)"}
      streams:
        - type: DeclarativeStream
          name: orders
          primary_key: id
          $parameters: {address: orders}
          retriever:
            type: SimpleRetriever
            requester: {$ref: "#/definitions/requester"}
            record_selector:
              type: RecordSelector
              extractor: {type: DpathExtractor, field_path: [data]}
              record_filter: {type: RecordFilter, condition: "{{ record.ok }}"}
            paginator:
              type: DefaultPaginator
              pagination_strategy: {type: PageIncrement, page_size: 100}
              page_size_option: {type: RequestOption, inject_into: request_parameter, field_name: size}
          incremental_sync:
            type: DatetimeBasedCursor
            cursor_field: updated
            datetime_format: "%Y-%m-%d"
            start_datetime: "{{ config['start'] }}"
            end_datetime: "2030-01-01"
            step: P1M
            cursor_granularity: P1D
          transformations:
            - {type: AddFields, fields: [{type: AddedFieldDefinition, path: [shop], value: "a"}]}
          schema_loader:
            type: InlineSchemaLoader
            schema: {type: object, properties: {id: {type: integer}}}
      spec:
        type: Spec
        connection_specification:
          type: object
          properties:
            token: {type: string}
            start: {type: string, examples: ["2024-01-31"], pattern: "^[0-9-]+$"}
      """;

  private SmallManifest() {}

  static List<Finding> lint(String text) {
    return Manifest.lint("small.yaml", text);
  }

  /// The manifest with one piece of its text replaced.
  static String with(String piece, String replacement) {
    if (!TEXT.contains(piece)) {
      throw new IllegalArgumentException("the manifest has no " + piece);
    }
    return TEXT.replace(piece, replacement);
  }
}
