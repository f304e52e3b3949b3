package dev.godwit.manifest.internal.template;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A component's flat mapping whose keys and texts may be templates. An empty or undefined value is
/// null. Thread-safe.
public final class InterpolatedMapping {
  private record Entry(Template key, @Nullable Template template, @Nullable Object constant) {}

  private final List<Entry> entries;
  private final Map<String, ? extends @Nullable Object> parameters;

  private InterpolatedMapping(
      List<Entry> entries, Map<String, ? extends @Nullable Object> parameters) {
    this.entries = List.copyOf(entries);
    this.parameters = parameters;
  }

  /// A mapping with its templates.
  ///
  /// @param mapping values other than texts are kept as they are
  /// @throws dev.godwit.core.error.GodwitException CONFIG `template.syntax`
  public static InterpolatedMapping of(
      Map<String, ? extends @Nullable Object> mapping,
      Map<String, ? extends @Nullable Object> parameters) {
    List<Entry> entries = new ArrayList<>(mapping.size());
    mapping.forEach((key, value) -> {
      Template template = value instanceof String text ? Template.compile(text) : null;
      entries.add(new Entry(Template.compile(key), template, value));
    });
    return new InterpolatedMapping(entries, parameters);
  }

  /// The mapping in `scope`, with values of any type.
  ///
  /// @throws dev.godwit.core.error.GodwitException as [Template#eval(Scope)]
  public Map<String, @Nullable Object> eval(Scope scope) {
    return eval(scope, ValueType.ANY);
  }

  /// The mapping in `scope`; a value of a type outside `valid` stays text. A key that comes out
  /// empty is `None`.
  ///
  /// @throws dev.godwit.core.error.GodwitException as [Template#eval(Scope)]
  public Map<String, @Nullable Object> eval(Scope scope, Set<ValueType> valid) {
    Map<String, @Nullable Object> result = LinkedHashMap.newLinkedHashMap(entries.size());
    for (Entry entry : entries) {
      Scope forKey = entry.key.withParameters(scope, parameters);
      Object key = entry.key.eval(forKey, null, ValueType.TEXT);
      result.put(key == null ? "None" : key.toString(), value(entry, scope, valid));
    }
    return result;
  }

  private @Nullable Object value(Entry entry, Scope scope, Set<ValueType> valid) {
    Template template = entry.template;
    return template == null
        ? entry.constant
        : template.eval(template.withParameters(scope, parameters), null, valid);
  }

  public boolean isEmpty() {
    return entries.isEmpty();
  }

  /// The templates of all keys and values.
  public List<Template> templates() {
    List<Template> templates = new ArrayList<>();
    for (Entry entry : entries) {
      templates.add(entry.key);
      if (entry.template != null) {
        templates.add(entry.template);
      }
    }
    return templates;
  }
}
