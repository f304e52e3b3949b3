package dev.godwit.document;

import java.util.ArrayList;
import java.util.List;

/// Cuts text into pieces, at paragraphs where it can, else at lines, else at words.
///
/// @param most characters of a piece
/// @param overlap characters that a piece repeats of the one before
record Chunks(int most, int overlap) {
  Chunks {
    if (most < 1 || overlap < 0 || overlap >= most) {
      throw new IllegalArgumentException("chunks of " + most + " characters that share " + overlap);
    }
  }

  List<String> of(String text) {
    List<String> pieces = new ArrayList<>();
    int start = 0;
    while (text.length() - start > most) {
      int end = cut(text, start);
      pieces.add(text.substring(start, end).strip());
      // Each piece begins behind the one before, whatever is repeated.
      start = Math.max(whole(text, end - overlap), start + 1);
    }
    pieces.add(text.substring(start).strip());
    return pieces;
  }

  /// Where a piece ends that begins at `start`: no sooner than at its middle, so that pieces do not
  /// grow many, and behind what it repeats.
  private int cut(String text, int start) {
    int furthest = start + most;
    int nearest = start + Math.max(overlap + 1, most / 2);
    for (String boundary : List.of("\n\n", "\n", ". ", " ")) {
      int found = text.lastIndexOf(boundary, furthest - boundary.length());
      if (found + boundary.length() > nearest) {
        return found + boundary.length();
      }
    }
    int end = whole(text, furthest);
    return end > start ? end : furthest;
  }

  /// A position that is not in the middle of a character.
  private static int whole(String text, int position) {
    boolean inside =
        position > 0
            && position < text.length()
            && Character.isSurrogatePair(text.charAt(position - 1), text.charAt(position));
    return inside ? position - 1 : position;
  }
}
