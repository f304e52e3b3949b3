package dev.godwit.manifest.internal.record;

import dev.godwit.manifest.internal.path.TreePath;
import dev.godwit.manifest.internal.python.Truth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Makes rows of the elements of the lists that lie inside a row.
///
/// @param lists where the lists are
/// @param truncated where a row tells that it holds only the beginning of its list
/// @param rest fetches the whole list; null where what is there has to do
record Expansion(
    TreePath lists,
    Inheritance inheritance,
    boolean keepsChildless,
    TreePath truncated,
    @Nullable RestOfList rest) {

  /// What a row becomes. One that is no object stays what it is.
  FoundRows of(@Nullable Object row, Occasion occasion) {
    if (!(row instanceof Map<?, ?> map) || lists.isRoot()) {
      List<@Nullable Object> itself = new ArrayList<>();
      itself.add(row);
      return FoundRows.of(itself.iterator());
    }
    Map<String, @Nullable Object> parent = fields(map);
    boolean isTruncated = !truncated.isRoot() && Truth.of(truncated.find(parent, null));
    return rest != null && isTruncated
        ? new Fetched(parent, rest.of(parent, occasion))
        : embedded(parent);
  }

  /// The elements that the row itself holds.
  private FoundRows embedded(Map<String, @Nullable Object> parent) {
    List<@Nullable Object> elements = new ArrayList<>();
    for (Object found : lists.all(parent)) {
      if (found instanceof List<?> list) {
        elements.addAll(list);
      }
    }
    if (elements.isEmpty()) {
      return FoundRows.of((keepsChildless ? List.of(parent) : List.<Object>of()).iterator());
    }
    Inheritance.Heir heir = inheritance.of(parent, lists);
    return FoundRows.of(elements.stream().map(heir::child).iterator());
  }

  @SuppressWarnings("unchecked")
  private static Map<String, @Nullable Object> fields(Map<?, ?> map) {
    return (Map<String, @Nullable Object>) map;
  }

  /// The elements of the whole list; what the row holds where the API gives none.
  private final class Fetched implements FoundRows {
    private final Map<String, @Nullable Object> parent;
    private final RestOfList.Elements elements;
    private final Inheritance.Heir heir;
    private @Nullable Object child;
    private @Nullable FoundRows embedded;
    private boolean any;

    Fetched(Map<String, @Nullable Object> parent, RestOfList.Elements elements) {
      this.parent = parent;
      this.elements = elements;
      this.heir = inheritance.of(parent, lists);
    }

    @Override
    public boolean advance() throws InterruptedException {
      if (embedded != null) {
        return embedded.advance();
      }
      Map<String, @Nullable Object> element = elements.next();
      if (element != null) {
        any = true;
        child = heir.child(new LinkedHashMap<>(element));
        return true;
      }
      if (any) {
        return false;
      }
      embedded = embedded(parent);
      return embedded.advance();
    }

    @Override
    public @Nullable Object row() {
      return embedded == null ? child : embedded.row();
    }
  }
}
