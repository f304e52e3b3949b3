package dev.godwit.mapping.internal.filter;

import dev.godwit.core.error.GodwitException;

/// What is wrong in a filter.
final class FilterError {
  private FilterError() {}

  /// @param at the place in the text, from 0
  static GodwitException at(String filter, int at, String problem) {
    return GodwitException.config(
            "mapping.filter-syntax",
            "The filter \"%s\" is wrong at character %d: %s.".formatted(filter, at + 1, problem))
        .hint(
            "Write comparisons such as total > 10, name = 'x', status in ['a', 'b'], note is not"
                + " null, mail matches '@shop[.]example$', joined by and, or, not and"
                + " parentheses.");
  }
}
