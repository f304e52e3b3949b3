/// Whether the Python of a manifest may run: asked of the user, and of the project's lock file.
@NullMarked
package dev.godwit.permission;

import org.jspecify.annotations.NullMarked;
