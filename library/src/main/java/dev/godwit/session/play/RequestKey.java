package dev.godwit.session.play;

import dev.godwit.core.json.JsonParser;
import dev.godwit.core.json.JsonWriter;
import dev.godwit.session.form.Body;
import dev.godwit.session.form.Exchange.Sent;
import dev.godwit.session.redact.Pairs;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What makes two requests the same: method, address and body. The order of parameters, of a form's
/// fields and of JSON keys does not matter.
///
/// @param address without query
/// @param body null for none
public record RequestKey(
    String method, String address, List<Pairs.Pair> query, @Nullable Object body) {
  public static RequestKey of(Sent sent) {
    int question = sent.url().indexOf('?');
    String address = question < 0 ? sent.url() : sent.url().substring(0, question);
    return new RequestKey(
        sent.method(), address, sorted(Pairs.query(sent.url())), body(sent.body()));
  }

  private static List<Pairs.Pair> sorted(String pairs) {
    return Pairs.of(pairs).stream()
        .sorted(Comparator.comparing(Pairs.Pair::name).thenComparing(Pairs.Pair::value))
        .toList();
  }

  private static @Nullable Object body(@Nullable Body body) {
    if (body == null) {
      return null;
    }
    return switch (body.kind()) {
      case JSON -> JsonWriter.text(ordered(JsonParser.LENIENT.parse(body.text())));
      case TEXT -> Pairs.isForm(body.text()) ? sorted(body.text()) : body.text();
      case BASE64 -> body.text();
    };
  }

  private static @Nullable Object ordered(@Nullable Object value) {
    return switch (value) {
      case Map<?, ?> map -> {
        Map<String, @Nullable Object> sorted = new TreeMap<>();
        map.forEach((name, field) -> sorted.put(String.valueOf(name), ordered(field)));
        yield sorted;
      }
      case List<?> list -> list.stream().map(RequestKey::ordered).toList();
      case null, default -> value;
    };
  }

  /// Whether two requests go to the same place and differ in what they ask there.
  public boolean isNear(RequestKey other) {
    return method.equals(other.method) && address.equals(other.address);
  }
}
