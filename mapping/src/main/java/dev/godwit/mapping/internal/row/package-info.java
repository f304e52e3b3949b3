/// A row whose fields change while it stays bytes: only what lies on the way to a field is opened.
@NullMarked
package dev.godwit.mapping.internal.row;

import org.jspecify.annotations.NullMarked;
