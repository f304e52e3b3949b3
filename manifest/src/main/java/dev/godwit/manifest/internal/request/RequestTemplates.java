package dev.godwit.manifest.internal.request;

import dev.godwit.core.error.GodwitException;
import dev.godwit.manifest.internal.draft.Draft;
import dev.godwit.manifest.internal.draft.Part;
import dev.godwit.manifest.internal.python.Repr;
import dev.godwit.manifest.internal.python.Truth;
import dev.godwit.manifest.internal.spec.HttpRequester;
import dev.godwit.manifest.internal.spec.Origin;
import dev.godwit.manifest.internal.spec.QueryProperties;
import dev.godwit.manifest.internal.spec.RequestBodySpec;
import dev.godwit.manifest.internal.spec.RequestBodySpec.RequestBodyGraphQL;
import dev.godwit.manifest.internal.spec.RequestBodySpec.RequestBodyGraphQlQuery;
import dev.godwit.manifest.internal.spec.RequestBodySpec.RequestBodyJsonObject;
import dev.godwit.manifest.internal.spec.RequestBodySpec.RequestBodyPlainText;
import dev.godwit.manifest.internal.spec.RequestBodySpec.RequestBodyUrlEncodedForm;
import dev.godwit.manifest.internal.spec.RequestParameterSpec;
import dev.godwit.manifest.internal.spec.RequestParameterSpec.TextParameter;
import dev.godwit.manifest.internal.spec.TextOrMap;
import dev.godwit.manifest.internal.template.InterpolatedNestedMapping;
import dev.godwit.manifest.internal.template.Scope;
import dev.godwit.manifest.internal.template.ValueType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The parameters, headers and body that a requester itself declares.
final class RequestTemplates {
  private static final Set<ValueType> TEXT_OR_LIST = Set.of(ValueType.STRING, ValueType.LIST);

  private final MapTemplate parameters;
  private final MapTemplate headers;
  private final MapTemplate form;
  private final InterpolatedNestedMapping json;
  private final @Nullable String propertiesKey;
  private final Origin origin;

  RequestTemplates(HttpRequester spec) {
    origin = spec.origin();
    parameters = MapTemplate.of(parameters(spec), origin);
    propertiesKey = propertiesKey(spec);
    headers = MapTemplate.of(spec.requestHeaders(), origin);
    TextOrMap<String> declaredForm = form(spec.requestBody(), spec);
    Object declaredJson = json(spec.requestBody(), spec);
    if (Truth.of(declaredJson) && !isEmpty(declaredForm)) {
      throw GodwitException.config(
              "request.collision", "A requester gives its body as JSON and as form data.")
          .at(origin.place());
    }
    form = MapTemplate.of(declaredForm, origin);
    json = InterpolatedNestedMapping.of(declaredJson, origin.parameters());
  }

  private static @Nullable TextOrMap<String> parameters(HttpRequester spec) {
    return switch (spec.requestParameters()) {
      case null -> null;
      case TextOrMap.Text<RequestParameterSpec>(String text) -> new TextOrMap.Text<>(text);
      case TextOrMap.Entries<RequestParameterSpec>(Map<String, RequestParameterSpec> entries) -> {
        Map<String, String> texts = new LinkedHashMap<>();
        entries.forEach((name, value) -> {
          switch (value) {
            case TextParameter parameter -> texts.put(name, parameter.value());
            case QueryProperties _ -> {}
          }
        });
        yield new TextOrMap.Entries<>(texts);
      }
    };
  }

  /// The parameter that takes the properties to ask for; null for none.
  private static @Nullable String propertiesKey(HttpRequester spec) {
    return switch (spec.requestParameters()) {
      case null -> null;
      case TextOrMap.Text<RequestParameterSpec> _ -> null;
      case TextOrMap.Entries<RequestParameterSpec>(Map<String, RequestParameterSpec> entries) ->
          entries.entrySet().stream()
              .filter(entry -> entry.getValue() instanceof QueryProperties)
              .map(Map.Entry::getKey)
              .findFirst()
              .orElse(null);
    };
  }

  private static @Nullable TextOrMap<String> form(
      @Nullable RequestBodySpec body, HttpRequester spec) {
    return switch (body) {
      case null -> spec.requestBodyData();
      case RequestBodyPlainText text -> new TextOrMap.Text<>(text.value());
      case RequestBodyUrlEncodedForm fields -> new TextOrMap.Entries<>(fields.value());
      case RequestBodyJsonObject _ -> spec.requestBodyData();
      case RequestBodyGraphQL _ -> spec.requestBodyData();
    };
  }

  private static @Nullable Object json(@Nullable RequestBodySpec body, HttpRequester spec) {
    return switch (body) {
      case null -> json(spec);
      case RequestBodyJsonObject object -> object.value();
      case RequestBodyGraphQL graph -> graphQl(graph.value());
      case RequestBodyPlainText _ -> json(spec);
      case RequestBodyUrlEncodedForm _ -> json(spec);
    };
  }

  private static @Nullable Object json(HttpRequester spec) {
    return switch (spec.requestBodyJson()) {
      case null -> Map.of();
      case TextOrMap.Text<?> text -> text.value().isEmpty() ? Map.of() : text.value();
      case TextOrMap.Entries<?> fields -> fields.values();
    };
  }

  private static boolean isEmpty(@Nullable TextOrMap<String> spec) {
    return switch (spec) {
      case null -> true;
      case TextOrMap.Text<String>(String text) -> text.isEmpty();
      case TextOrMap.Entries<String>(Map<String, String> entries) -> entries.isEmpty();
    };
  }

  /// The query and everything beside it: variables, the operation's name.
  private static Map<String, @Nullable Object> graphQl(RequestBodyGraphQlQuery query) {
    Map<String, @Nullable Object> body = new LinkedHashMap<>(query.origin().node().plain());
    body.remove("$parameters");
    body.putIfAbsent("query", query.query());
    return body;
  }

  Draft draft(Scope scope) {
    Draft draft = new Draft();
    switch (parameters.eval(scope, TEXT_OR_LIST)) {
      case Map<?, ?> map -> put(map, draft, Part.PARAMETER);
      case null, default -> {}
    }
    if (propertiesKey != null && scope.lookUp(Requester.PROPERTIES) instanceof List<?> names) {
      draft.part(Part.PARAMETER).put(propertiesKey, String.join(",", texts(names)));
    }
    switch (headers.eval(scope, ValueType.ANY)) {
      case Map<?, ?> map -> put(map, draft, Part.HEADER);
      case null, default -> {}
    }
    switch (form.eval(scope, TEXT_OR_LIST)) {
      case Map<?, ?> map -> put(map, draft, Part.BODY_DATA);
      case String text -> draft.body(text);
      case null, default -> {}
    }
    switch (json.eval(scope)) {
      case Map<?, ?> map ->
          map.forEach((key, value) -> draft.part(Part.BODY_JSON).put(Repr.str(key), value));
      case null, default ->
          throw GodwitException.config(
                  "request.json-text", "request_body_json evaluates to a text, not to an object.")
              .at(origin.place("request_body_json"));
    }
    return draft;
  }

  private static List<String> texts(List<?> names) {
    return names.stream().map(Repr::str).toList();
  }

  private static void put(Map<?, ?> values, Draft draft, Part part) {
    values.forEach((key, value) -> {
      if (value != null) {
        draft.part(part).put(Repr.str(key), value);
      }
    });
  }
}
