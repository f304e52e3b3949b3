package dev.godwit.manifest.internal.bind;

import java.util.List;

/// Documents that no connector would have, each full of edge cases of references, types and
/// parameters.
final class OddManifests {
  static final List<String> TEXTS =
      List.of(
          """
          plain: [yes, No, 017, 0x1F, 0b101, 1_000, 12:30:45, 1e3, 1.5e+3, -.5, .5, 1., .inf, -.INF, .nan, ~, Null,
            '', 08, 2024-01-02, 2024-1-2, 2024-01-02T03:04:05Z, 2024-01-02 03:04:05.25 +01:30, '017', !!str 12,
            !!int '7', !!float 3, 190:20:30.15, -12:30, +5, 1e16, 0.00001, 123456789012345678901234567890, y, n, "on",
            2024-01-02t03:04:05, 0, -0, 0.0, 1e-7, 100000000000000000.0, 1.0e-05]
          base: &base {a: 1, b: {c: 2}}
          other: &other {a: 3, d: 4}
          merged: {<<: *base, a: 9}
          merged_list: {<<: [*base, *other], e: 5}
          twice: {a: 1, b: 2, a: 3}
          text: |
            line
              indented
          folded: >-
            one
            two
          """,
          """
          definitions:
            a: {x: {y: 1}, z: 2, list: [{p: 1}, {p: 2}]}
            a/b: whole
            deep: {a/b: {c: inner}, a: {b: {c: outer}}}
            "7": seven
            scalar: text
            chain: {$ref: '#/definitions/a', z: 3}
            override: {$ref: '#/definitions/chain', x: {k: '#/definitions/scalar'}}
            to_list: {$ref: '#/definitions/a/list', ignored: 1}
            literal: {$ref: other.json, kept: 1}
            inline: {$ref: {q: 1}, r: 2}
          uses:
            - '#/definitions/a/list/0/p'
            - '#/definitions/a/list/-1'
            - '#/definitions/a/b'
            - '#/definitions/deep/a/b/c'
            - '#/definitions/7'
            - {$ref: '#/definitions/override', w: '#/definitions/scalar'}
            - '#/definitions/a/'
          check: {type: CheckStream, config_overrides: {ref: '#/nowhere', $ref: '#/neither'}}
          """,
          """
          streams:
            - $parameters: {name: users, path: /users, primary_key: id, empty: '', zero: 0, off: false, none: null}
              retriever:
                requester: {path: '', url_base: x, http_method: GET, zero: 5, $parameters: {path: /inner, extra: [1]}}
                record_selector:
                  extractor: {field_path: []}
                  record_filter: {condition: ''}
                paginator: {type: DefaultPaginator, page_size_option: {inject_into: header}, decoder: {},
                  pagination_strategy: {class_name: a.B}}
                partition_router:
                  - {class_name: a.Router, parent_stream_configs: [{stream: {retriever: {}}}]}
                  - [{type: ListPartitionRouter}]
              transformations: [{class_name: a.T}, {type: AddFields, fields: [{path: [a], value: b}]}]
              schema_loader: {type: InlineSchemaLoader, schema: {type: object, $parameters: {gone: 1},
                properties: {type: {type: string}}}}
              untyped: {inner: {type: Thing}, deep: {deeper: {type: Unreached}}, no: {type: ''}}
            - type: [null, object]
              $parameters: {lost: 1}
          """,
          """
          streams:
            - type: DeclarativeStream
              $parameters:
                list_param: [{type: Inner}, {class_name: x}, 3]
                object_param: {type: Outer, child: {type: Child}}
                retriever: {type: FromParameter}
                type: Ignored
                empty_list: []
              name: one
              object_param: {}
              after: {type: Last, list_param: [], object_param: null, empty_list: null}
              more: [{type: Elem, $parameters: {list_param: own, empty_list: [1]}}]
            - {type: null, $parameters: {type: Given}, child: {type: C}}
            - {type: 5, child: {fields: 1}, $parameters: {a: {b: {type: T}}}}
            - {type: AddFields, fields: {value: 1}, $parameters: {fields: [1]}}
          check: {stream_names: [one]}
          dynamic_streams:
            - {type: DynamicDeclarativeStream, components_resolver: {components_mapping: [{}]}, stream_template: {}}
          """);

  private OddManifests() {}
}
