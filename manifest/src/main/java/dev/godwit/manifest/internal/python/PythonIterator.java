package dev.godwit.manifest.internal.python;

import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/// A generator or iterator: lazy, and empty after it was walked through once.
///
/// @param typeName Python's name for its type
public record PythonIterator(String typeName, Iterator<? extends @Nullable Object> items) {}
