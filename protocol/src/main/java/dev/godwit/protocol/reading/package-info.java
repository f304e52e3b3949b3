/// Reads messages page by page; rows stay in the bytes that they came in.
@NullMarked
package dev.godwit.protocol.reading;

import org.jspecify.annotations.NullMarked;
