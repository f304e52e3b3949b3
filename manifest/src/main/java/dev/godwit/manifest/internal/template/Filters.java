package dev.godwit.manifest.internal.template;

import dev.godwit.manifest.internal.python.Arguments;
import dev.godwit.manifest.internal.python.Bound;
import dev.godwit.manifest.internal.python.Markup;
import dev.godwit.manifest.internal.python.PythonException;
import dev.godwit.manifest.internal.python.Signature;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The filters that may stand after `|`, by name.
final class Filters {
  /// What a filter does with its bound arguments, the filtered value first.
  interface Body {
    @Nullable Object apply(Frame frame, Bound arguments);
  }

  /// Collects the filters of one kind.
  interface Registry {
    void add(String signature, Body body);
  }

  /// Filters that tell markup from other texts.
  private static final Set<String> MARKUP = Set.of("escape", "safe", "default", "list");

  private static final Map<String, Filter> FILTERS = new HashMap<>();

  static {
    TextFilters.register(Filters::add);
    NumberFilters.register(Filters::add);
    SequenceFilters.register(Filters::add);
    SelectionFilters.register(Filters::add);
    CodecFilters.register(Filters::add);
    FILTERS.put("count", FILTERS.get("length"));
    FILTERS.put("d", FILTERS.get("default"));
    FILTERS.put("e", FILTERS.get("escape"));
  }

  private Filters() {}

  static @Nullable Filter find(String name) {
    return FILTERS.get(name);
  }

  private static void add(String signature, Body body) {
    Signature parsed = Signature.of(signature);
    boolean keepsMarkup = MARKUP.contains(parsed.name());
    FILTERS.put(
        parsed.name(),
        (frame, value, arguments) -> {
          frame.goThrough(value);
          List<@Nullable Object> values = new ArrayList<>(arguments.positional().size() + 1);
          values.add(keepsMarkup ? value : Markup.plain(value));
          values.addAll(arguments.positional());
          return body.apply(frame, parsed.bind(new Arguments(values, arguments.named())));
        });
  }

  /// Applies the filter `name`, as `map` does.
  static @Nullable Object apply(
      String name, Frame frame, @Nullable Object value, Arguments arguments) {
    Filter filter = find(name);
    if (filter == null) {
      throw new PythonException(PythonException.Kind.RUNTIME, "No filter named '" + name + "'.");
    }
    return filter.apply(frame, value, arguments);
  }
}
