/// What a response holds: bytes of many forms as JSON documents.
@NullMarked
package dev.godwit.manifest.internal.decode;

import org.jspecify.annotations.NullMarked;
