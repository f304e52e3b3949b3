package dev.godwit.manifest.internal.lint;

import dev.godwit.manifest.internal.bind.BoundField;
import dev.godwit.manifest.internal.spec.Scope;
import java.lang.reflect.RecordComponent;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// The variables that templates see, field by field. The records say it for most fields; for some
/// the engine gives more than the manifest language promises, and some are templates without being
/// told so.
final class TemplateScopes {
  /// What every template sees.
  private static final Set<String> EVERYWHERE = Set.of("config", "parameters");

  private static final Set<String> SLICE =
      Set.of("stream_slice", "stream_partition", "stream_interval");

  private static final Set<String> REQUEST =
      union(
          SLICE,
          "next_page_token",
          "creation_response",
          "polling_response",
          "download_target",
          "query_properties");

  private static final Set<String> NOTHING_ELSE = Set.of();

  private static final Set<String> JWT = Set.of("json_loads");

  private static final Map<String, Set<String>> MORE =
      Map.ofEntries(
          Map.entry("HttpRequester.url", REQUEST),
          Map.entry("HttpRequester.url_base", REQUEST),
          Map.entry("HttpRequester.path", REQUEST),
          Map.entry("HttpRequester.request_parameters", REQUEST),
          Map.entry("HttpRequester.request_headers", REQUEST),
          Map.entry("HttpRequester.request_body_data", REQUEST),
          Map.entry("HttpRequester.request_body_json", REQUEST),
          Map.entry("TextParameter.value", REQUEST),
          Map.entry("RequestBodyPlainText.value", REQUEST),
          Map.entry("RequestBodyUrlEncodedForm.value", REQUEST),
          Map.entry("RequestBodyJsonObject.value", REQUEST),
          Map.entry("RequestBodyGraphQlQuery.query", REQUEST),
          Map.entry("AddFields.condition", union(SLICE, "record", "value", "path")),
          Map.entry("ConfigAddFields.condition", Set.of("value", "path")),
          Map.entry("OAuthAuthenticator.token_refresh_endpoint", NOTHING_ELSE),
          Map.entry("OAuthAuthenticator.refresh_request_body", NOTHING_ELSE),
          Map.entry("OAuthAuthenticator.refresh_request_headers", NOTHING_ELSE),
          Map.entry("JwtAuthenticator.secret_key", JWT),
          Map.entry("JwtAuthenticator.additional_jwt_headers", JWT),
          Map.entry("JwtAuthenticator.additional_jwt_payload", JWT),
          Map.entry("JwtHeaders.kid", JWT),
          Map.entry("JwtHeaders.cty", JWT),
          Map.entry("JwtPayload.iss", JWT),
          Map.entry("JwtPayload.sub", JWT),
          Map.entry("JwtPayload.aud", JWT),
          Map.entry("DpathFlattenFields.field_path", NOTHING_ELSE),
          Map.entry("ParentStreamConfig.parent_key", NOTHING_ELSE),
          Map.entry("ParentStreamConfig.partition_field", NOTHING_ELSE));

  /// By record and field, as reading annotations takes long. Empty where there are no templates.
  private static final Map<RecordComponent, Set<String>> KNOWN = new ConcurrentHashMap<>();

  private TemplateScopes() {}

  /// The variables of a field's templates; null where the field holds no templates.
  static @Nullable Set<String> of(BoundField field) {
    Set<String> known = KNOWN.computeIfAbsent(field.part(), _ -> find(field));
    return known.isEmpty() ? null : known;
  }

  private static Set<String> find(BoundField field) {
    Scope scope = field.part().getAnnotation(Scope.class);
    Set<String> more = MORE.get(field.type() + "." + field.name());
    if (scope == null && more == null) {
      return Set.of();
    }
    Set<String> variables = new HashSet<>(EVERYWHERE);
    if (scope != null) {
      List.of(scope.value()).forEach(variable -> variables.add(variable.wire()));
    }
    if (more != null) {
      variables.addAll(more);
    }
    return Set.copyOf(variables);
  }

  /// Whether the field's variables include whatever the rows of a parent stream hand on.
  static boolean takesExtraFields(BoundField field) {
    return REQUEST.equals(MORE.get(field.type() + "." + field.name()));
  }

  private static Set<String> union(Set<String> some, String... more) {
    Set<String> union = new HashSet<>(some);
    union.addAll(List.of(more));
    return Set.copyOf(union);
  }
}
