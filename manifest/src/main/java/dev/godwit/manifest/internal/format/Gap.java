package dev.godwit.manifest.internal.format;

import dev.godwit.manifest.internal.format.Blocks.Block;
import java.util.List;

/// The lines between two lines with content: comments and blank lines.
///
/// @param before the collections that were open before the lines
/// @param was the column of the content after them
/// @param becomes the column that it is going to stand in
record Gap(List<Block> before, int was, int becomes) {
  /// The column of a comment. It goes with the content after it or with a collection before it,
  /// whichever it stood with.
  int column(int comment) {
    int nearest = was <= comment ? was : -1;
    int column = nearest < 0 ? 0 : becomes;
    for (Block block : before) {
      if (block.was() <= comment && block.was() > nearest) {
        nearest = block.was();
        column = block.becomes();
      }
    }
    return column;
  }
}
