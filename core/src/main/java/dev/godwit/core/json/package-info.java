/// JSON as bytes and as plain Java values; the only JSON code that records pass through.
@NullMarked
package dev.godwit.core.json;

import org.jspecify.annotations.NullMarked;
