package dev.godwit.manifest.conformance;

import dev.godwit.manifest.internal.http.Request;
import dev.godwit.manifest.internal.http.Response;
import dev.godwit.manifest.internal.http.Session;
import dev.godwit.manifest.internal.http.Transport;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/// Answers requests with what is on record: the same requests in recorded order, the last answer
/// again and again.
final class RecordedTransport implements Transport {
  private static final Set<String> OF_TRANSPORTS =
      Set.of(
          "user-agent",
          "accept-encoding",
          "connection",
          "content-length",
          "host",
          "accept",
          "cookie");

  private final Map<String, Deque<Map<String, @Nullable Object>>> answers = new HashMap<>();
  private final Map<String, List<Map<String, String>>> headersOnRecord = new HashMap<>();
  private final List<String> onRecord = new ArrayList<>();
  private final List<String> seen = new ArrayList<>();
  private final List<String> strangeHeaders = new ArrayList<>();

  RecordedTransport(@Nullable Object exchanges) {
    for (Object each : Json.list(exchanges)) {
      Map<String, @Nullable Object> request = Json.object(Json.object(each).get("request"));
      Map<String, @Nullable Object> headers = Json.object(request.get("headers"));
      Object body = request.get("body");
      String key =
          RequestKey.of(
              Json.text(request.get("method")),
              Json.text(request.get("url")),
              body == null ? null : body.toString(),
              headers);
      onRecord.add(key);
      answers
          .computeIfAbsent(key, k -> new ArrayDeque<>())
          .add(Json.object(Json.object(each).get("response")));
      headersOnRecord.computeIfAbsent(key, k -> new ArrayList<>()).add(own(headers));
    }
  }

  @Override
  public synchronized Response send(Request request, Session session) {
    byte[] sent = request.body();
    String key =
        RequestKey.of(
            request.method(),
            request.url(),
            sent == null ? null : new String(sent, StandardCharsets.UTF_8),
            request.headers());
    seen.add(key);
    Deque<Map<String, @Nullable Object>> queue = answers.get(key);
    if (queue == null || seen.size() > 10 * onRecord.size() + 100) {
      return new Response(
          418,
          headers(Map.of()),
          "{\"replay\":\"not on record\"}".getBytes(StandardCharsets.UTF_8),
          request.url());
    }
    List<Map<String, String>> known = headersOnRecord.getOrDefault(key, List.of());
    if (!known.contains(own(request.headers()))) {
      strangeHeaders.add(own(request.headers()) + " instead of " + known.getFirst());
    }
    Map<String, @Nullable Object> answer = queue.size() > 1 ? queue.remove() : queue.element();
    Object base64 = answer.get("base64");
    byte[] body =
        base64 == null
            ? Json.text(answer.get("text")).getBytes(StandardCharsets.UTF_8)
            : Base64.getDecoder().decode(base64.toString());
    Map<String, String> headers = headers(Json.object(answer.get("headers")));
    return new Response(
        answer.get("status") instanceof Number status ? status.intValue() : 0,
        headers,
        "gzip".equals(headers.get("Content-Encoding")) ? unzipped(body) : body,
        request.url());
  }

  private static byte[] unzipped(byte[] body) {
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(body))) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, String> headers(Map<String, ? extends @Nullable Object> recorded) {
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    recorded.forEach((name, value) -> headers.put(name, Json.text(value)));
    return headers;
  }

  private static Map<String, String> own(Map<String, ? extends @Nullable Object> headers) {
    Map<String, String> own = new LinkedHashMap<>();
    headers.forEach((name, value) -> {
      String lower = name.toLowerCase(Locale.ROOT);
      if (!OF_TRANSPORTS.contains(lower)) {
        own.put(lower, Json.text(value));
      }
    });
    return own;
  }

  synchronized List<String> onRecord() {
    return List.copyOf(onRecord);
  }

  synchronized List<String> seen() {
    return List.copyOf(seen);
  }

  synchronized List<String> strangeHeaders() {
    return List.copyOf(strangeHeaders);
  }

  @Override
  public void close() {}
}
