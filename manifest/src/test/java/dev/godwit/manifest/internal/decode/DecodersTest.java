package dev.godwit.manifest.internal.decode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.core.error.GodwitException;
import dev.godwit.core.json.JsonParser;
import dev.godwit.core.json.JsonWriter;
import dev.godwit.core.log.Log;
import dev.godwit.manifest.internal.Recorded;
import dev.godwit.manifest.internal.http.Response;
import dev.godwit.manifest.internal.spec.ContentDecoderSpec;
import dev.godwit.manifest.internal.spec.DecoderSpec;
import dev.godwit.manifest.internal.spec.DownloadExtractorSpec.ResponseToFileExtractor;
import dev.godwit.manifest.internal.spec.LoginDecoderSpec;
import dev.godwit.manifest.internal.spec.Origin;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What the reference made of each response, among them many made at random.
class DecodersTest {
  private static final DecoderCompiler DECODERS = new DecoderCompiler(Log.NONE);

  @Test
  void responsesAreDecodedAsInTheReference() {
    compare("decoders.json", "decoders", row -> DECODERS.compile(spec(row.getFirst())));
  }

  @Test
  void reportsAreReadAsInTheReference() {
    compare(
        "downloads.json",
        "downloads",
        row ->
            DECODERS.compile(
                new ResponseToFileExtractor(Origin.NONE, Boolean.TRUE.equals(row.getFirst()))));
  }

  private static void compare(
      String file, String table, Function<List<@Nullable Object>, Decoder> decoder) {
    List<String> differences = new ArrayList<>();
    for (List<@Nullable Object> row : Recorded.table(DecodersTest.class, file, table)) {
      byte[] body = Base64.getDecoder().decode(String.valueOf(row.get(2)));
      Response response = new Response(200, headers(row.get(1)), body, "http://127.0.0.1/");
      boolean fails = row.get(4) != null;
      List<@Nullable Object> values = new ArrayList<>();
      boolean failed = decode(decoder.apply(row), response, values);
      boolean sameValues = fails ? agree(values, (List<?>) row.get(3)) : values.equals(row.get(3));
      if (failed != fails || !sameValues) {
        differences.add(
            row.subList(0, 2)
                + " "
                + new String(body, StandardCharsets.UTF_8)
                + "\n  expected "
                + row.subList(3, 5)
                + "\n  found    "
                + values
                + (failed ? " and failed" : ""));
      }
    }
    assertThat(differences).isEmpty();
  }

  /// How much comes before a failure depends on the sizes of buffers.
  private static boolean agree(List<?> values, @Nullable List<?> others) {
    int both = others == null ? 0 : Math.min(values.size(), others.size());
    return others != null && values.subList(0, both).equals(others.subList(0, both));
  }

  private static boolean decode(Decoder decoder, Response response, List<@Nullable Object> values) {
    try (Bodies bodies = decoder.open(response)) {
      for (Body body = bodies.next(); body != null; body = bodies.next()) {
        Object root = body.root();
        if (root instanceof List<?> list) {
          list.forEach(value -> values.add(written(value)));
        } else {
          values.add(written(root));
        }
      }
      return false;
    } catch (GodwitException e) {
      assertThat(e.code()).isEqualTo("decode.failed");
      return true;
    }
  }

  /// A value as it would be written: JSON has no numbers that are none.
  private static @Nullable Object written(@Nullable Object value) {
    return JsonParser.STRICT.parse(JsonWriter.bytes(value));
  }

  private static Map<String, String> headers(@Nullable Object recorded) {
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    fields(recorded).forEach((name, value) -> headers.put(name, String.valueOf(value)));
    return headers;
  }

  @SuppressWarnings("unchecked")
  private static Map<String, @Nullable Object> fields(@Nullable Object value) {
    return (Map<String, @Nullable Object>) value;
  }

  private static DecoderSpec spec(@Nullable Object value) {
    return switch (String.valueOf(fields(value).get("type"))) {
      case "XmlDecoder" -> new LoginDecoderSpec.XmlDecoder(Origin.NONE);
      case "IterableDecoder" -> new DecoderSpec.IterableDecoder(Origin.NONE);
      case "ZipfileDecoder" ->
          new DecoderSpec.ZipfileDecoder(Origin.NONE, content(fields(value).get("decoder")));
      default -> content(value);
    };
  }

  private static ContentDecoderSpec content(@Nullable Object value) {
    Map<String, @Nullable Object> fields = fields(value);
    String encoding = String.valueOf(fields.getOrDefault("encoding", "utf-8"));
    return switch (String.valueOf(fields.get("type"))) {
      case "JsonDecoder" -> new ContentDecoderSpec.JsonDecoder(Origin.NONE);
      case "JsonlDecoder" -> new ContentDecoderSpec.JsonlDecoder(Origin.NONE);
      case "JsonItemsDecoder" ->
          new ContentDecoderSpec.JsonItemsDecoder(
              Origin.NONE, String.valueOf(fields.get("items_path")), encoding);
      case "CsvDecoder" -> {
        List<String> nulls = new ArrayList<>();
        if (fields.get("set_values_to_none") instanceof List<?> list) {
          list.forEach(each -> nulls.add(String.valueOf(each)));
        }
        yield new ContentDecoderSpec.CsvDecoder(
            Origin.NONE, encoding, String.valueOf(fields.getOrDefault("delimiter", ",")), nulls);
      }
      case "GzipDecoder" ->
          new ContentDecoderSpec.GzipDecoder(Origin.NONE, content(fields.get("decoder")));
      default -> throw new IllegalArgumentException(String.valueOf(value));
    };
  }
}
