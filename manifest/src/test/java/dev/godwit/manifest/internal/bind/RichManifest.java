package dev.godwit.manifest.internal.bind;

/// A manifest that uses most families of components.
final class RichManifest {
  static final String TEXT =
      """
      version: 6.1.0
      check: {type: CheckStream, stream_names: [users]}
      definitions:
        requester:
          type: HttpRequester
          url_base: https://api.example.com/
          path: "/{{ parameters['path'] }}"
          http_method: POST
          authenticator:
            type: SelectiveAuthenticator
            authenticator_selection_path: [auth, kind]
            authenticators:
              key: {type: ApiKeyAuthenticator, api_token: "{{ config['key'] }}", inject_into:
                {type: RequestOption, inject_into: header, field_name: X-Key}}
              oauth: {type: OAuthAuthenticator, client_id: a, client_secret: b, scopes: [read],
                refresh_token_updater: {access_token_config_path: [token]}}
              session: {type: SessionTokenAuthenticator, session_token_path: [id], login_requester:
                {type: HttpRequester, url: https://api.example.com/login},
                request_authentication: {type: Bearer}}
              jwt: {type: JwtAuthenticator, secret_key: s, algorithm: EdDSA, jwt_headers: {kid: k}}
          request_parameters: {limit: 5, active: true, fields: {type: QueryProperties,
            property_list: [a, b], property_chunking: {type: PropertyChunking, property_limit_type: characters}}}
          request_headers: {Accept: application/json}
          request_body: {type: RequestBodyJsonObject, value: {since: "{{ stream_interval.start_time }}"}}
          error_handler:
            type: CompositeErrorHandler
            error_handlers:
              - response_filters: [{http_codes: [429, 503], action: RATE_LIMITED}]
                backoff_strategies: [{type: WaitTimeFromHeader, header: Retry-After}, {class_name: a.B}]
                max_retries: '7'
              - {type: CustomErrorHandler, class_name: a.Handler, limit: 3}
        selector: {extractor: {field_path: [data]}, record_filter: {condition: "{{ record.ok }}"},
          schema_normalization: Default}
        users:
          name: users
          primary_key: id
          $parameters: {path: users}
          retriever:
            requester: {$ref: '#/definitions/requester'}
            record_selector: {$ref: '#/definitions/selector'}
            paginator:
              type: DefaultPaginator
              pagination_strategy: {type: CursorPagination, cursor_value: "{{ response.next }}", page_size: 100}
              page_token_option: {type: RequestPath}
              page_size_option: {inject_into: request_parameter, field_name: size}
            partition_router:
              - {type: ListPartitionRouter, cursor_field: shop, values: [a, b]}
              - {type: GroupingPartitionRouter, group_size: 5, underlying_partition_router:
                {type: ListPartitionRouter, cursor_field: day, values: "{{ config['days'] }}"}}
            decoder: {type: GzipDecoder, decoder: {type: JsonDecoder}}
          incremental_sync:
            type: DatetimeBasedCursor
            cursor_field: updated_at
            datetime_format: "%Y-%m-%d"
            start_datetime: "{{ config['start'] }}"
            end_datetime: {datetime: "{{ now_utc() }}", datetime_format: "%s"}
            clamping: {target: MONTH}
          transformations:
            - {type: AddFields, fields: [{path: [shop], value: "{{ stream_partition.shop }}"}]}
            - {type: RemoveFields, field_pointers: [[secret], [a, b]]}
            - {type: KeysReplace, old: ' ', new: _}
          schema_loader: {type: InlineSchemaLoader, schema: {type: object, properties: {id: {type: integer}}}}
      streams:
        - '#/definitions/users'
        - name: orders
          retriever:
            requester: {$ref: '#/definitions/requester', http_method: GET}
            record_selector: '#/definitions/selector'
            partition_router: {type: SubstreamPartitionRouter, parent_stream_configs:
              [{stream: '#/definitions/users', parent_key: id, partition_field: user, extra_fields: [[name]]}]}
          schema_loader: []
      dynamic_streams:
        - type: DynamicDeclarativeStream
          stream_template: {$ref: '#/definitions/users', name: template}
          components_resolver: {type: ConfigComponentsResolver, stream_config: {configs_pointer: [tables]},
            components_mapping: [{field_path: [name], value: "{{ components_values.name }}"}]}
      spec:
        type: Spec
        connection_specification: {type: object, properties: {start: {type: string, default: 2024-01-02}}}
      concurrency_level: {type: ConcurrencyLevel, default_concurrency: "{{ config['n'] or 2 }}"}
      api_budget: {type: HTTPAPIBudget, policies: [{type: MovingWindowCallRatePolicy,
        rates: [{limit: 10, interval: PT1S}], matchers: [{method: GET}]}]}
      """;

  private RichManifest() {}
}
