/// A small shop with an HTTP API of its own, and the demonstration that syncs it.
@NullMarked
package dev.godwit.cli.demo;

import org.jspecify.annotations.NullMarked;
