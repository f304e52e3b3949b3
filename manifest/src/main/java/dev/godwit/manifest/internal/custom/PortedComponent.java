package dev.godwit.manifest.internal.custom;

import dev.godwit.core.error.GodwitException;
import dev.godwit.core.json.JsonParser;
import dev.godwit.core.json.JsonWriter;
import dev.godwit.manifest.component.ComponentSite;
import dev.godwit.manifest.component.HostedComponent;
import dev.godwit.manifest.component.HttpLink;
import dev.godwit.manifest.component.JavaComponent;
import dev.godwit.manifest.component.RecordExtractor;
import dev.godwit.manifest.component.RecordTransformation;
import dev.godwit.manifest.component.RequestAuthenticator;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A component in Java behind the operations that every host has.
record PortedComponent(JavaComponent component, ComponentSite site) implements HostedComponent {
  private static final byte[] NOTHING = {};

  @Override
  public Reply call(
      String operation, Map<String, ? extends @Nullable Object> arguments, byte[] body) {
    try {
      return switch (component) {
        case RecordTransformation transformation when operation.equals("transform") ->
            transformed(transformation, arguments, body);
        case RecordExtractor extractor when operation.equals("extract") ->
            new Reply(null, JsonWriter.bytes(extractor.extract(answer(arguments, body))), null);
        case RequestAuthenticator authenticator ->
            authenticated(authenticator, operation, arguments, body);
        case RecordTransformation _, RecordExtractor _ ->
            throw GodwitException.config(
                    "component.unfit",
                    "The Java class for " + site.className() + " is no " + site.type() + ".")
                .hint("Have its factory make a component of the right kind.");
      };
    } catch (GodwitException e) {
      throw e.at(site.place());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw GodwitException.transientError(
              "component.interrupted", site.className() + " was interrupted.")
          .hint("Run it again.");
    } catch (RuntimeException e) {
      throw failed(e);
    }
  }

  private GodwitException failed(RuntimeException cause) {
    return GodwitException.system(
            "component.failed", "The Java class for " + site.className() + " failed: " + cause)
        .hint("Correct the class, or take it off the class path.")
        .at(site.place())
        .causedBy(cause);
  }

  /// Rows before a failure are kept.
  private Reply transformed(
      RecordTransformation transformation,
      Map<String, ? extends @Nullable Object> arguments,
      byte[] body) {
    Map<String, @Nullable Object> slice = new LinkedHashMap<>(object(arguments.get("partition")));
    slice.putAll(object(arguments.get("interval")));
    List<@Nullable Object> done = new ArrayList<>();
    GodwitException failure = null;
    try {
      for (Object row : rows(body)) {
        transformation.transform(object(row), slice);
        done.add(row);
      }
    } catch (GodwitException e) {
      failure = e.at(site.place());
    } catch (RuntimeException e) {
      failure = failed(e);
    }
    return new Reply(null, JsonWriter.bytes(done), failure);
  }

  private static Reply authenticated(
      RequestAuthenticator authenticator,
      String operation,
      Map<String, ? extends @Nullable Object> arguments,
      byte[] body)
      throws InterruptedException {
    return switch (operation) {
      case "auth_headers" -> new Reply(authenticator.headers(), NOTHING, null);
      case "sign" -> {
        Map<String, @Nullable Object> signed = new LinkedHashMap<>(arguments);
        signed.put("headers", signed(object(arguments.get("headers")), authenticator.headers()));
        yield new Reply(signed, body, null);
      }
      default -> new Reply(Map.of(), NOTHING, null);
    };
  }

  private static Map<String, @Nullable Object> signed(
      Map<String, @Nullable Object> headers, Map<String, String> credentials) {
    Map<String, @Nullable Object> signed = new LinkedHashMap<>(headers);
    credentials.forEach((name, value) -> {
      signed
          .keySet()
          .removeIf(other -> other.toLowerCase(Locale.ROOT).equals(name.toLowerCase(Locale.ROOT)));
      signed.put(name, value);
    });
    return signed;
  }

  private static HttpLink.Answer answer(
      Map<String, ? extends @Nullable Object> arguments, byte[] body) {
    Map<String, @Nullable Object> response = object(arguments.get("response"));
    Map<String, String> headers = new LinkedHashMap<>();
    object(response.get("headers"))
        .forEach((name, value) -> headers.put(name, String.valueOf(value)));
    int status = response.get("status") instanceof Long number ? number.intValue() : 0;
    return new HttpLink.Answer(status, headers, body, String.valueOf(response.get("url")));
  }

  private static List<?> rows(byte[] body) {
    return JsonParser.LENIENT.parse(body) instanceof List<?> rows ? rows : List.of();
  }

  @SuppressWarnings("unchecked")
  private static Map<String, @Nullable Object> object(@Nullable Object value) {
    return value instanceof Map<?, ?> map ? (Map<String, @Nullable Object>) map : Map.of();
  }
}
