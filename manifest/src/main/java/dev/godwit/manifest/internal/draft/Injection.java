package dev.godwit.manifest.internal.draft;

import dev.godwit.core.error.GodwitException;
import dev.godwit.manifest.internal.python.Repr;
import dev.godwit.manifest.internal.spec.RequestOption;
import dev.godwit.manifest.internal.template.InterpolatedString;
import dev.godwit.manifest.internal.template.Scope;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Puts a value into the place of a request that a manifest names.
public final class Injection {
  private final Part part;
  private final List<InterpolatedString> path;

  private Injection(Part part, List<InterpolatedString> path) {
    this.part = part;
    this.path = path;
  }

  /// Makes an injection out of its description.
  ///
  /// @param parameters what templates in names see; the reference gives none to most request
  ///   options
  public static Injection of(RequestOption option, Map<String, @Nullable Object> parameters) {
    List<String> path = option.fieldPath();
    String name = option.fieldName();
    if ((path == null) == (name == null)) {
      throw GodwitException.config(
              "manifest.request-option", "A RequestOption needs either field_name or field_path.")
          .at(option.origin().place());
    }
    Part part = partOf(option);
    if (path != null && part != Part.BODY_JSON) {
      throw GodwitException.config(
              "manifest.request-option", "field_path works only with inject_into: body_json.")
          .at(option.origin().place("field_path"));
    }
    List<String> steps = path == null ? List.of(String.valueOf(name)) : path;
    return new Injection(
        part, steps.stream().map(step -> InterpolatedString.of(step, parameters)).toList());
  }

  private static Part partOf(RequestOption option) {
    return switch (option.injectInto()) {
      case REQUEST_PARAMETER -> Part.PARAMETER;
      case HEADER -> Part.HEADER;
      case BODY_DATA -> Part.BODY_DATA;
      case BODY_JSON -> Part.BODY_JSON;
    };
  }

  public void into(Draft draft, @Nullable Object value, Scope scope) {
    List<String> steps = path.stream().map(step -> Repr.str(step.eval(scope))).toList();
    Map<String, @Nullable Object> target = draft.part(part);
    for (String step : steps.subList(0, steps.size() - 1)) {
      target = inner(target, step);
    }
    target.put(steps.getLast(), value);
  }

  /// The object under a key, made where it is missing. Numbers are keys too.
  @SuppressWarnings("unchecked")
  private static Map<String, @Nullable Object> inner(
      Map<String, @Nullable Object> outer, String key) {
    Object present = outer.computeIfAbsent(key, _ -> new LinkedHashMap<>());
    if (present instanceof Map<?, ?> object) {
      return (Map<String, @Nullable Object>) object;
    }
    throw Draft.collision("'" + key + "' is set as a value and as an object");
  }
}
