package dev.godwit.manifest.internal.bind;

/// A manifest whose four streams can be opened with a made-up configuration.
final class ShopManifest {
  static final String TEXT =
      """
      version: 6.1.0
      check: {type: CheckStream, stream_names: [customers]}
      definitions:
        requester:
          type: HttpRequester
          url_base: "{{ config['url'] }}/v1"
          http_method: GET
          authenticator:
            type: BearerAuthenticator
            api_token: "{{ config['token'] }}"
          request_headers: {Accept: application/json}
          error_handler:
            type: DefaultErrorHandler
            max_retries: 5
            response_filters:
              - {type: HttpResponseFilter, action: RATE_LIMITED, http_codes: [429]}
            backoff_strategies:
              - {type: WaitTimeFromHeader, header: Retry-After}
        selector:
          type: RecordSelector
          extractor: {type: DpathExtractor, field_path: [data]}
          record_filter: {type: RecordFilter, condition: "{{ record.ok }}"}
        changes:
          type: DatetimeBasedCursor
          cursor_field: updated_at
          datetime_format: "%Y-%m-%dT%H:%M:%SZ"
          start_datetime: {type: MinMaxDatetime, datetime: "{{ config['start'] }}",
            datetime_format: "%Y-%m-%d"}
          end_datetime: "{{ now_utc().strftime('%Y-%m-%dT%H:%M:%SZ') }}"
          step: P30D
          cursor_granularity: PT1S
          start_time_option:
            type: RequestOption
            inject_into: request_parameter
            field_name: since
        paginator:
          type: DefaultPaginator
          page_token_option:
            type: RequestOption
            inject_into: request_parameter
            field_name: cursor
          pagination_strategy:
            type: CursorPagination
            page_size: 100
            cursor_value: "{{ response.get('next') }}"
            stop_condition: "{{ not response.get('next') }}"
        schema_loader:
          type: InlineSchemaLoader
          schema:
            type: object
            properties:
              id: {type: string}
              updated_at: {type: [string, "null"], format: date-time}
        customers:
          type: DeclarativeStream
          name: customers
          primary_key: id
          incremental_sync:
            $ref: "#/definitions/changes"
          retriever:
            type: SimpleRetriever
            requester:
              $ref: "#/definitions/requester"
              path: /customers
            record_selector:
              $ref: "#/definitions/selector"
            paginator:
              $ref: "#/definitions/paginator"
          transformations:
            - type: AddFields
              fields:
                - {path: [name], value: "{{ record['first'] }} {{ record['last'] }}"}
            - {type: RemoveFields, field_pointers: [[password]]}
          schema_loader:
            $ref: "#/definitions/schema_loader"
      streams:
        - "#/definitions/customers"
        - type: DeclarativeStream
          name: orders
          primary_key: [[id]]
          retriever:
            type: SimpleRetriever
            requester:
              $ref: "#/definitions/requester"
              path: "/customers/{{ stream_partition.customer }}/orders"
            record_selector:
              $ref: "#/definitions/selector"
            partition_router:
              type: SubstreamPartitionRouter
              parent_stream_configs:
                - type: ParentStreamConfig
                  stream: "#/definitions/customers"
                  parent_key: id
                  partition_field: customer
                  incremental_dependency: true
          incremental_sync:
            $ref: "#/definitions/changes"
          schema_loader:
            $ref: "#/definitions/schema_loader"
        - type: DeclarativeStream
          name: products
          retriever:
            type: SimpleRetriever
            requester:
              $ref: "#/definitions/requester"
              path: /products
            record_selector:
              $ref: "#/definitions/selector"
            paginator:
              type: DefaultPaginator
              page_size_option:
                type: RequestOption
                inject_into: request_parameter
                field_name: limit
              page_token_option: {type: RequestPath}
              pagination_strategy: {type: PageIncrement, page_size: 50, start_from_page: 1}
            partition_router:
              - {type: ListPartitionRouter, cursor_field: shop, values: [a, b]}
              - {type: ListPartitionRouter, cursor_field: day, values: "{{ config['days'] }}"}
            decoder: {type: GzipDecoder, decoder: {type: JsonlDecoder}}
          schema_loader:
            $ref: "#/definitions/schema_loader"
        - type: DeclarativeStream
          name: rates
          retriever:
            type: SimpleRetriever
            requester:
              type: HttpRequester
              url: https://rates.example.com/daily
              authenticator:
                type: ApiKeyAuthenticator
                api_token: "{{ config['token'] }}"
                inject_into:
                  type: RequestOption
                  inject_into: header
                  field_name: X-Key
            record_selector:
              type: RecordSelector
              extractor: {type: DpathExtractor, field_path: []}
      spec:
        type: Spec
        connection_specification:
          type: object
          properties:
            url: {type: string, default: "https://shop.example.com"}
            token: {type: string, airbyte_secret: true}
            start: {type: string, default: "2024-01-02"}
            days: {type: array}
      """;

  private ShopManifest() {}
}
