/// The file that says which versions a project uses.
@NullMarked
package dev.godwit.registry.lock;

import org.jspecify.annotations.NullMarked;
