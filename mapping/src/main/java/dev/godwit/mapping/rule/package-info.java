/// The rules that change rows, as a user writes them.
@NullMarked
package dev.godwit.mapping.rule;

import org.jspecify.annotations.NullMarked;
