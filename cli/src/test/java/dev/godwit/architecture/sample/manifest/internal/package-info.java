/// What only the manifest module may use.
@NullMarked
package dev.godwit.architecture.sample.manifest.internal;

import org.jspecify.annotations.NullMarked;
