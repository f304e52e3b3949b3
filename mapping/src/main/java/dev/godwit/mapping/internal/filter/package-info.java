/// The language of filters: text to a tree, the tree over the bytes of a row.
@NullMarked
package dev.godwit.mapping.internal.filter;

import org.jspecify.annotations.NullMarked;
