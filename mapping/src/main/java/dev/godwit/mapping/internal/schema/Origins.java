package dev.godwit.mapping.internal.schema;

import dev.godwit.mapping.rule.FieldPath;
import dev.godwit.mapping.rule.FieldPath.Step;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Where fields were in the row that the source gave.
final class Origins {
  private final List<Move> moves = new ArrayList<>();

  /// What a rule did to places.
  private sealed interface Move {
    /// A field has gone from one place to another.
    record Moved(FieldPath from, FieldPath to) implements Move {}

    /// A field has come to be.
    record Created(FieldPath field) implements Move {}

    /// Fields of an object have gone into the one around it, under names that begin with a prefix.
    record Lifted(FieldPath object, String prefix) implements Move {
      boolean mayBe(FieldPath path) {
        int level = object.length() - 1;
        return path.length() > level
            && path.steps().subList(0, level).equals(object.steps().subList(0, level))
            && path.steps().get(level) instanceof Step.Key(String name)
            && name.startsWith(prefix);
      }
    }
  }

  void moved(FieldPath from, FieldPath to) {
    moves.add(new Move.Moved(from, to));
  }

  void created(FieldPath field) {
    moves.add(new Move.Created(field));
  }

  void lifted(FieldPath object, String prefix) {
    moves.add(new Move.Lifted(object, prefix));
  }

  /// The path of what lies at or below `from`, gone to `to`.
  static FieldPath moved(FieldPath path, FieldPath from, FieldPath to) {
    FieldPath moved = to;
    for (Step step : path.steps().subList(from.length(), path.length())) {
      moved = moved.then(step);
    }
    return moved;
  }

  /// All that a field, now at `path`, may have come from.
  Set<FieldPath> possible(FieldPath path) {
    Set<FieldPath> places = new LinkedHashSet<>(List.of(path));
    for (Move move : moves.reversed()) {
      Set<FieldPath> before = new LinkedHashSet<>();
      for (FieldPath place : places) {
        switch (move) {
          case Move.Moved(FieldPath from, FieldPath to) ->
              before.add(to.leadsTo(place) ? moved(place, to, from) : place);
          case Move.Created(_) -> before.add(place);
          case Move.Lifted lifted -> {
            before.add(place);
            if (lifted.mayBe(place)) {
              before.add(lifted.object());
            }
          }
        }
      }
      places = before;
    }
    return places;
  }

  /// The only place that a field, now at `path`, can have come from; null where it is new, or where
  /// there are several.
  @Nullable FieldPath only(FieldPath path) {
    FieldPath place = path;
    for (Move move : moves.reversed()) {
      switch (move) {
        case Move.Moved(FieldPath from, FieldPath to) ->
            place = to.leadsTo(place) ? moved(place, to, from) : place;
        case Move.Created(FieldPath field) -> {
          if (field.leadsTo(place)) {
            return null;
          }
        }
        case Move.Lifted lifted -> {
          if (lifted.mayBe(place)) {
            return null;
          }
        }
      }
    }
    return place;
  }
}
