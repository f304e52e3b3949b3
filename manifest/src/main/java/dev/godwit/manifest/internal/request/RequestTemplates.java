package dev.godwit.manifest.internal.request;

import dev.godwit.core.error.GodwitException;
import dev.godwit.manifest.internal.Unsupported;
import dev.godwit.manifest.internal.draft.Draft;
import dev.godwit.manifest.internal.draft.Part;
import dev.godwit.manifest.internal.python.Repr;
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
  private final Origin origin;

  RequestTemplates(HttpRequester spec) {
    origin = spec.origin();
    parameters = MapTemplate.of(parameters(spec), origin);
    headers = MapTemplate.of(spec.requestHeaders(), origin);
    RequestBodySpec body = spec.requestBody();
    form = MapTemplate.of(form(body, spec), origin);
    json = InterpolatedNestedMapping.of(json(body, spec), origin.parameters());
  }

  private static @Nullable TextOrMap<String> parameters(HttpRequester spec) {
    return switch (spec.requestParameters()) {
      case null -> null;
      case TextOrMap.Text<RequestParameterSpec>(String text) -> new TextOrMap.Text<>(text);
      case TextOrMap.Entries<RequestParameterSpec>(Map<String, RequestParameterSpec> entries) -> {
        Map<String, String> texts = new LinkedHashMap<>();
        entries.forEach((name, value) -> texts.put(name, text(value)));
        yield new TextOrMap.Entries<>(texts);
      }
    };
  }

  private static String text(RequestParameterSpec spec) {
    return switch (spec) {
      case TextParameter parameter -> parameter.value();
      case QueryProperties other -> throw Unsupported.component(other);
    };
  }

  private static @Nullable TextOrMap<String> form(
      @Nullable RequestBodySpec body, HttpRequester spec) {
    return switch (body) {
      case null -> spec.requestBodyData();
      case RequestBodyPlainText text -> new TextOrMap.Text<>(text.value());
      case RequestBodyUrlEncodedForm fields -> new TextOrMap.Entries<>(fields.value());
      case RequestBodyJsonObject _ -> null;
      case RequestBodyGraphQL _ -> null;
    };
  }

  private static @Nullable Object json(@Nullable RequestBodySpec body, HttpRequester spec) {
    return switch (body) {
      case null ->
          switch (spec.requestBodyJson()) {
            case null -> Map.of();
            case TextOrMap.Text<?> text -> text.value();
            case TextOrMap.Entries<?> fields -> fields.values();
          };
      case RequestBodyJsonObject object -> object.value();
      case RequestBodyGraphQL graph -> graphQl(graph.value());
      case RequestBodyPlainText _ -> Map.of();
      case RequestBodyUrlEncodedForm _ -> Map.of();
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
    switch (headers.eval(scope, ValueType.ANY)) {
      case Map<?, ?> map -> put(map, draft, Part.HEADER);
      case null, default -> {}
    }
    switch (form.eval(scope, TEXT_OR_LIST)) {
      case Map<?, ?> map -> put(map, draft, Part.BODY_DATA);
      case null -> {}
      case Object text -> draft.body(Repr.str(text));
    }
    switch (json.eval(scope)) {
      case Map<?, ?> map -> put(map, draft, Part.BODY_JSON);
      case null, default ->
          throw GodwitException.config(
                  "request.json-text", "request_body_json evaluates to a text, not to an object.")
              .at(origin.place("request_body_json"));
    }
    return draft;
  }

  private static void put(Map<?, ?> values, Draft draft, Part part) {
    values.forEach((key, value) -> {
      if (value != null) {
        draft.part(part).put(Repr.str(key), value);
      }
    });
  }
}
