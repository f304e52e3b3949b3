package dev.godwit.testkit;

import java.util.List;
import java.util.stream.IntStream;

/// Scenarios about the values of single fields.
final class ValueScenarios {
  private static final int LARGE = 4 << 20;

  private ValueScenarios() {}

  static List<Scenario> all() {
    return List.of(
        basicTypes(),
        timestamps(),
        times(),
        largeDecimals(),
        nestedJson(),
        nulls(),
        unicode(),
        unions(),
        arraysOfPrimitives(),
        largeStrings(),
        specialNumbers());
  }

  private static Scenario basicTypes() {
    return Scenario.of(
            "basic types",
            """
            {"id": {"type": "integer"}, "name": {"type": ["null", "string"]},
             "price": {"type": ["null", "number"]}, "active": {"type": "boolean"}}\
            """,
            """
            {"id":1,"name":"one","price":1.5,"active":true}
            {"id":2,"name":"","price":-0.25,"active":false}
            {"id":-3,"name":"a \\"quoted\\" \\\\ name","price":0,"active":true}
            {"id":4,"name":"12","price":1e3,"active":false}
            """)
        .keyed("id");
  }

  private static Scenario timestamps() {
    return Scenario.of(
            "timestamps",
            """
            {"id": {"type": "integer"}, "day": {"type": "string", "format": "date"},
             "at": {"type": "string", "format": "date-time"},
             "zoned": {"type": "string", "airbyte_type": "timestamp_with_timezone"},
             "local": {"type": "string", "format": "date-time", "airbyte_type": "timestamp_without_timezone"}}\
            """,
            """
            {"id":1,"day":"2024-02-29","at":"2024-02-29T23:59:59Z","zoned":"2024-02-29T23:59:59.123456+02:00","local":"2024-02-29T23:59:59.5"}
            {"id":2,"day":"1969-12-31","at":"1969-12-31T23:59:59.999999Z","zoned":"1900-01-01T00:00:00-05:00","local":"1582-10-04T12:00:00"}
            {"id":3,"day":"0001-01-01","at":"0001-01-01T00:00:00Z","zoned":"9999-12-31T23:59:59Z","local":"9999-12-31T23:59:59.999999"}
            """)
        .keyed("id");
  }

  private static Scenario times() {
    return Scenario.of(
            "times",
            """
            {"id": {"type": "integer"},
             "plain": {"type": "string", "format": "time"},
             "local": {"type": "string", "format": "time", "airbyte_type": "time_without_timezone"},
             "zoned": {"type": "string", "format": "time", "airbyte_type": "time_with_timezone"}}\
            """,
            """
            {"id":1,"plain":"00:00:00","local":"23:59:59.999999","zoned":"10:00:00+02:00"}
            {"id":2,"plain":"12:30:45.5","local":"00:00:00","zoned":"23:30:00-05:30"}
            {"id":3,"plain":"08:15:00","local":"08:15:00","zoned":"08:15:00Z"}
            """)
        .keyed("id");
  }

  private static Scenario largeDecimals() {
    return Scenario.of(
            "large decimals",
            """
            {"id": {"type": "integer"}, "huge": {"type": "integer", "airbyte_type": "big_integer"},
             "exact": {"type": "number", "airbyte_type": "big_number"},
             "text": {"type": "string", "airbyte_type": "big_number"}}\
            """,
            """
            {"id":9223372036854775807,"huge":170141183460469231731687303715884105727,"exact":12345678901234567890123456789,"text":"0.000000001"}
            {"id":-9223372036854775808,"huge":-170141183460469231731687303715884105727,"exact":-0.000000001,"text":"12345678901234567890123456789.123456789"}
            {"id":9007199254740993,"huge":18446744073709551616,"exact":9007199254740993,"text":"-99999999999999999999999999999"}
            """)
        .keyed("id");
  }

  private static Scenario nestedJson() {
    return Scenario.of(
            "nested JSON",
            """
            {"id": {"type": "integer"}, "customer": {"type": "object", "properties": {"name": {"type": "string"}}},
             "lines": {"type": "array", "items": {"type": "object"}}, "anything": {}}\
            """,
            """
            {"id":1,"customer":{"name":"Ann","tags":["a",null],"address":{"zip":"01234"}},"lines":[{"sku":"x","n":1.5},{}],"anything":{"a":{"b":{"c":[[1,2],[]]}}}}
            {"id":2,"customer":{},"lines":[],"anything":"text"}
            {"id":3,"customer":{"ключ":"значение","a.b":1,"$ref":true},"lines":[{"deep":[[[[[[[["bottom"]]]]]]]]}],"anything":[null,false,0]}
            """)
        .keyed("id");
  }

  private static Scenario nulls() {
    return Scenario.of(
        "nulls",
        """
        {"id": {"type": "integer"}, "text": {"type": ["null", "string"]}, "number": {"type": ["null", "number"]},
         "flag": {"type": ["boolean", "null"]}, "day": {"type": ["null", "string"], "format": "date"},
         "object": {"type": ["null", "object"]}}\
        """,
        """
        {"id":1,"text":null,"number":null,"flag":null,"day":null,"object":null}
        {"id":2}
        {}
        {"id":3,"text":"null","number":0,"flag":false,"object":{"inner":null}}
        """);
  }

  private static Scenario unicode() {
    return Scenario.of(
            "unicode",
            """
            {"id": {"type": "string"}, "text": {"type": "string"}, "json": {"type": "object"}}\
            """,
            """
            {"id":"żółć","text":"日本語 العربية עברית","json":{"ключ":"值"}}
            {"id":"😀","text":"👩‍👩‍👧 🏳️‍🌈 e\u0301 \u200b","json":{"😀":["𝒳"]}}
            {"id":"\\u00e9","text":"\\ud83d\\ude00 \\t\\n\\r \\u0001 \\u001f","json":{"a":"\\u2028"}}
            """)
        .keyed("id");
  }

  private static Scenario unions() {
    return Scenario.of(
            "unions",
            """
            {"id": {"type": "integer"}, "either": {"type": ["string", "integer", "null"]},
             "one": {"oneOf": [{"type": "string"}, {"type": "object"}]},
             "any": {"anyOf": [{"type": "boolean"}, {"type": "array"}]}}\
            """,
            """
            {"id":1,"either":"12","one":"text","any":true}
            {"id":2,"either":12,"one":{"a":1},"any":[1,"2"]}
            {"id":3,"either":null,"one":"{\\"a\\":1}","any":false}
            """)
        .keyed("id");
  }

  private static Scenario arraysOfPrimitives() {
    return Scenario.of(
            "arrays of primitives",
            """
            {"id": {"type": "integer"}, "texts": {"type": "array", "items": {"type": "string"}},
             "numbers": {"type": "array", "items": {"type": "number"}}, "flags": {"type": "array"}}\
            """,
            """
            {"id":1,"texts":["a","",null,"ü"],"numbers":[1,2.5,-3e10],"flags":[true,false,null]}
            {"id":2,"texts":[],"numbers":[9007199254740993],"flags":[]}
            """)
        .keyed("id");
  }

  private static Scenario largeStrings() {
    return Scenario.of(
            "large strings",
            Scenario.object("{\"id\": {\"type\": \"integer\"}, \"text\": {\"type\": \"string\"}}"),
            IntStream.range(0, 3)
                .mapToObj(i ->
                    "{\"id\":%d,\"text\":\"%s\"}".formatted(i, "long é ".repeat(i * LARGE / 8)))
                .toList())
        .keyed("id");
  }

  private static Scenario specialNumbers() {
    return Scenario.of(
            "special numbers",
            """
            {"id": {"type": "integer"}, "real": {"type": "number"}, "whole": {"type": "integer"}}\
            """,
            """
            {"id":1,"real":1.7976931348623157e308,"whole":9223372036854775807}
            {"id":2,"real":5e-324,"whole":-9223372036854775808}
            {"id":3,"real":-0.0,"whole":0}
            {"id":4,"real":0.1,"whole":1}
            {"id":5,"real":123456789.123456789,"whole":1.0}
            {"id":6,"real":1e-7,"whole":1e3}
            {"id":7,"real":"NaN","whole":7}
            {"id":8,"real":"Infinity","whole":8}
            {"id":9,"real":"-Infinity","whole":9}
            {"id":10,"real":1,"whole":1.5}
            {"id":11,"real":"eleven","whole":9223372036854775808}
            """)
        .keyed("id")
        .landing(
            """
            {"id":1,"real":1.7976931348623157e308,"whole":9223372036854775807}
            {"id":2,"real":5e-324,"whole":-9223372036854775808}
            {"id":3,"real":-0.0,"whole":0}
            {"id":4,"real":0.1,"whole":1}
            {"id":5,"real":123456789.123456789,"whole":1}
            {"id":6,"real":1e-7,"whole":1000}
            {"id":7,"real":NaN,"whole":7}
            {"id":8,"real":Infinity,"whole":8}
            {"id":9,"real":-Infinity,"whole":9}
            {"id":10,"real":1,"changes":[{"field":"whole","change":"NULLED","reason":"DESTINATION_TYPECAST_ERROR"}]}
            {"id":11,"changes":[{"field":"real","change":"NULLED","reason":"DESTINATION_TYPECAST_ERROR"},{"field":"whole","change":"NULLED","reason":"DESTINATION_FIELD_SIZE_LIMITATION"}]}
            """);
  }
}
