package dev.godwit.manifest.internal.python;

import static dev.godwit.manifest.internal.python.Missing.MISSING;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// `left == right`.
public final class Equality {
  private Equality() {}

  public static boolean equal(@Nullable Object left, @Nullable Object right) {
    if (left instanceof Markup || right instanceof Markup) {
      return equal(Markup.plain(left), Markup.plain(right));
    }
    if (left instanceof String text) {
      return text.equals(right);
    }
    if (left == null || right == null) {
      return left == null && right == null;
    }
    if (Numbers.isNumber(left)) {
      return Numbers.isNumber(right) && equalNumbers(left, right);
    }
    if (right instanceof Attributes attributes && !(left instanceof Attributes)) {
      return attributes.sameAs(left);
    }
    return switch (left) {
      case List<?> list -> right instanceof List<?> that && equalLists(list, that);
      case Tuple tuple -> right instanceof Tuple that && equalLists(tuple.items(), that.items());
      case Map<?, ?> map -> right instanceof Map<?, ?> that && equalMaps(map, that);
      case DateTime moment -> right instanceof DateTime that && equalMoments(moment, that);
      case CalendarDuration duration -> duration.sameAs(right);
      case TimeDelta delta ->
          right instanceof CalendarDuration that ? that.sameAs(delta) : delta.equals(right);
      case Undefined _ -> right instanceof Undefined;
      case Attributes attributes -> same(left, right) || attributes.sameAs(right);
      case DictView view -> right instanceof DictView that && equalViews(view, that);
      default -> left.equals(right);
    };
  }

  @SuppressWarnings("ReferenceEquality")
  static boolean same(@Nullable Object left, @Nullable Object right) {
    return left == right;
  }

  private static boolean equalNumbers(Object left, Object right) {
    if (left instanceof Long a && right instanceof Long b) {
      return a.longValue() == b.longValue();
    }
    if (Numbers.isNan(left) || Numbers.isNan(right)) {
      return false;
    }
    return Numbers.compare(left, right) == 0;
  }

  private static boolean equalLists(List<?> left, List<?> right) {
    if (left.size() != right.size()) {
      return false;
    }
    for (int i = 0; i < left.size(); i++) {
      if (!sameOrEqual(left.get(i), right.get(i))) {
        return false;
      }
    }
    return true;
  }

  /// What `in`, lists and dicts ask: identity counts as equality, which matters for not-a-number.
  static boolean sameOrEqual(@Nullable Object left, @Nullable Object right) {
    return same(left, right) || equal(left, right);
  }

  private static boolean equalMaps(Map<?, ?> left, Map<?, ?> right) {
    if (left.size() != right.size()) {
      return false;
    }
    for (Map.Entry<?, ?> entry : left.entrySet()) {
      Object other = Keys.find(right, entry.getKey());
      if (other == MISSING || !sameOrEqual(entry.getValue(), other)) {
        return false;
      }
    }
    return true;
  }

  private static boolean equalMoments(DateTime left, DateTime right) {
    if ((left.zone() == null) != (right.zone() == null)) {
      return false;
    }
    LocalDateTime local = left.local();
    return left.zone() == null
        ? local.equals(right.local())
        : left.epochMicros() == right.epochMicros();
  }

  private static boolean equalViews(DictView left, DictView right) {
    if (left.kind() == DictView.Kind.VALUES || right.kind() == DictView.Kind.VALUES) {
      return false;
    }
    return left.map().size() == right.map().size()
        && Iteration.list(left).stream().allMatch(right::contains);
  }
}
