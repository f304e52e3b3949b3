/// Rows as documents for language models.
@NullMarked
package dev.godwit.document;

import org.jspecify.annotations.NullMarked;
