package dev.godwit.manifest.internal.python;

import java.util.Iterator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What `keys()`, `values()` and `items()` of a dict give: a live look at it.
public record DictView(Kind kind, Map<?, ? extends @Nullable Object> map) {
  /// Which part of the entries is seen.
  public enum Kind {
    KEYS("dict_keys"),
    VALUES("dict_values"),
    ITEMS("dict_items");

    private final String typeName;

    Kind(String typeName) {
      this.typeName = typeName;
    }

    public String typeName() {
      return typeName;
    }
  }

  Iterator<@Nullable Object> iterator() {
    Iterator<? extends Map.Entry<?, ? extends @Nullable Object>> entries =
        map.entrySet().iterator();
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return entries.hasNext();
      }

      @Override
      public @Nullable Object next() {
        return part(entries.next());
      }
    };
  }

  private @Nullable Object part(Map.Entry<?, ? extends @Nullable Object> entry) {
    return switch (kind) {
      case KEYS -> entry.getKey();
      case VALUES -> entry.getValue();
      case ITEMS -> Tuple.of(entry.getKey(), entry.getValue());
    };
  }

  boolean contains(@Nullable Object value) {
    return switch (kind) {
      case KEYS -> Keys.find(map, value) != Missing.MISSING;
      case VALUES -> Iteration.list(this).stream().anyMatch(item -> Equality.equal(item, value));
      case ITEMS ->
          value instanceof Tuple pair
              && pair.items().size() == 2
              && Equality.equal(Keys.find(map, pair.items().get(0)), pair.items().get(1));
    };
  }
}
