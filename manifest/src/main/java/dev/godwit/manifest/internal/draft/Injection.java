package dev.godwit.manifest.internal.draft;

import dev.godwit.core.error.GodwitException;
import dev.godwit.manifest.internal.path.Placement;
import dev.godwit.manifest.internal.python.Repr;
import dev.godwit.manifest.internal.spec.RequestOption;
import dev.godwit.manifest.internal.template.InterpolatedString;
import dev.godwit.manifest.internal.template.Scope;
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
    if (steps.size() == 1) {
      draft.part(part).put(steps.getFirst(), value);
    } else {
      Placement.put(draft.part(part), steps, value);
    }
  }
}
