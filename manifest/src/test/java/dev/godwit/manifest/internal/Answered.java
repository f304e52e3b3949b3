package dev.godwit.manifest.internal;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What an {@link Api} answers.
public record Answered(int status, Map<String, List<String>> headers, byte[] body) {
  public static Answered status(int status) {
    return new Answered(status, Map.of(), new byte[0]);
  }

  public static Answered json(String text) {
    return status(200).with("Content-Type", "application/json").body(text);
  }

  public static Answered redirect(int status, String location) {
    return status(status).with("Location", location);
  }

  public Answered with(String header, String... values) {
    Map<String, List<String>> more = new LinkedHashMap<>(headers);
    more.put(header, List.of(values));
    return new Answered(status, more, body);
  }

  public Answered body(String text) {
    return body(text.getBytes(StandardCharsets.UTF_8));
  }

  public Answered body(byte[] bytes) {
    return new Answered(status, headers, bytes);
  }
}
