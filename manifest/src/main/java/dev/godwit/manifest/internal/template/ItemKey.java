package dev.godwit.manifest.internal.template;

import dev.godwit.manifest.internal.python.Lookup;
import dev.godwit.manifest.internal.python.Undefined;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What the filters that compare items look at: the item or an attribute of it, texts usually in
/// lower case.
final class ItemKey implements Function<@Nullable Object, @Nullable Object> {
  private final List<Object> path;
  private final boolean lowerCase;
  private final @Nullable Object absent;

  /// @param attribute a dotted path, a single key of any type, or null for the item itself
  /// @param absent what stands for undefined values on the way; null for nothing
  ItemKey(@Nullable Object attribute, boolean lowerCase, @Nullable Object absent) {
    this.path = path(attribute);
    this.lowerCase = lowerCase;
    this.absent = absent;
  }

  private static List<Object> path(@Nullable Object attribute) {
    List<Object> path = new ArrayList<>();
    if (attribute instanceof String dotted) {
      for (String part : dotted.split("\\.", -1)) {
        path.add(isIndex(part) ? (Object) Long.valueOf(part) : part);
      }
    } else if (attribute != null) {
      path.add(attribute);
    }
    return path;
  }

  private static boolean isIndex(String part) {
    return !part.isEmpty()
        && part.length() < 18
        && part.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  /// The keys of several attributes with commas between, as one list.
  static Function<@Nullable Object, @Nullable Object> several(
      @Nullable Object attributes, boolean lowerCase) {
    List<ItemKey> keys = new ArrayList<>();
    if (attributes instanceof String names) {
      for (String name : names.split(",", -1)) {
        keys.add(new ItemKey(name, lowerCase, null));
      }
    } else {
      keys.add(new ItemKey(attributes, lowerCase, null));
    }
    return item -> {
      List<@Nullable Object> values = new ArrayList<>(keys.size());
      keys.forEach(key -> values.add(key.apply(item)));
      return values;
    };
  }

  @Override
  public @Nullable Object apply(@Nullable Object item) {
    Object value = item;
    for (Object part : path) {
      value = Lookup.item(value, part);
      if (absent != null && value instanceof Undefined) {
        value = absent;
      }
    }
    return lowerCase && value instanceof String text ? text.toLowerCase(Locale.ROOT) : value;
  }
}
