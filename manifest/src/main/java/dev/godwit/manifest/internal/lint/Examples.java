package dev.godwit.manifest.internal.lint;

import dev.godwit.manifest.internal.config.SchemaCheck;
import dev.godwit.manifest.internal.document.Node;
import dev.godwit.manifest.internal.document.Node.ListNode;
import dev.godwit.manifest.internal.document.Node.ObjectNode;
import dev.godwit.manifest.internal.python.DatetimeFormat;
import dev.godwit.manifest.internal.spec.Component;
import dev.godwit.manifest.internal.spec.DatetimeBasedCursor;
import dev.godwit.manifest.internal.spec.DatetimeBasedCursor.MinMaxDatetime;
import dev.godwit.manifest.lint.LintCode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What the spec offers users to copy: defaults and examples of the configuration's fields. Each
/// has to fit the field's own schema, and the formats of the cursors that begin there.
final class Examples implements Rule.OfManifest {
  /// A template that is nothing but one value of the configuration.
  private static final Pattern KEY =
      Pattern.compile("\\{\\{\\s*config(?:\\[['\"](\\w+)['\"]]|\\.(\\w+))\\s*}}");

  @Override
  public void check(LintedManifest manifest, Findings findings) {
    if (manifest.prepared().field("spec") instanceof ObjectNode spec
        && spec.field("connection_specification") instanceof ObjectNode schema
        && schema.field("properties") instanceof ObjectNode properties) {
      Map<String, String> formats = formats(manifest.components());
      SchemaCheck schemas = new SchemaCheck();
      properties
          .fields()
          .forEach((name, property) -> {
            if (property instanceof ObjectNode object) {
              check(name, object, formats.get(name), schemas, findings);
            }
          });
    }
  }

  /// Of keys whose value is the bound of a cursor: the format that it has to have. Keys with
  /// several formats are left out, since cursors may then be told apart by other means.
  private static Map<String, String> formats(List<Component> components) {
    Map<String, String> formats = new LinkedHashMap<>();
    for (Component component : components) {
      if (component instanceof DatetimeBasedCursor cursor) {
        add(cursor.startDatetime(), cursor, formats);
      }
    }
    formats.values().removeIf(String::isEmpty);
    return formats;
  }

  private static void add(
      MinMaxDatetime bound, DatetimeBasedCursor cursor, Map<String, String> formats) {
    Matcher key = KEY.matcher(bound.datetime().strip());
    if (key.matches()) {
      String name = key.group(1) == null ? key.group(2) : key.group(1);
      formats.merge(
          name, Cursors.format(bound, cursor), (one, other) -> one.equals(other) ? one : "");
    }
  }

  private static void check(
      String name,
      ObjectNode property,
      @Nullable String format,
      SchemaCheck schemas,
      Findings findings) {
    Map<String, @Nullable Object> rules = new LinkedHashMap<>(property.plain());
    rules.keySet().removeAll(List.of("default", "examples", "$ref"));
    for (Node example : examples(property)) {
      Object value = example.plain();
      List<String> unfit = schemas.unfitFor(value, rules);
      String path = "spec.connection_specification.properties." + name;
      if (!unfit.isEmpty()) {
        findings.add(
            LintCode.BAD_EXAMPLE,
            example.mark(),
            path,
            "an example or default of "
                + name
                + " does not fit its own "
                + String.join(" and ", unfit));
      } else if (format != null
          && value instanceof String
          && DatetimeFormat.tryParse(format, value) == null) {
        findings.add(
            LintCode.BAD_EXAMPLE,
            example.mark(),
            path,
            "an example or default of "
                + name
                + " does not fit "
                + format
                + ", the format of the cursor that begins there");
      }
    }
  }

  private static List<Node> examples(ObjectNode property) {
    List<Node> examples = new ArrayList<>();
    if (property.field("examples") instanceof ListNode list) {
      examples.addAll(list.elements());
    }
    Node fallback = property.field("default");
    if (fallback != null) {
      examples.add(fallback);
    }
    return examples;
  }
}
