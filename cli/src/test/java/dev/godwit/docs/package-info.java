/// Holds the documents to what the code does.
@NullMarked
package dev.godwit.docs;

import org.jspecify.annotations.NullMarked;
