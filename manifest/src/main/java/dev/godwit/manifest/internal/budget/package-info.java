/// How often an API may be asked, and by how many at once.
@NullMarked
package dev.godwit.manifest.internal.budget;

import org.jspecify.annotations.NullMarked;
