/// Python classes of public connectors, written anew in Java: these connectors need no Python.
@NullMarked
package dev.godwit.manifest.port;

import org.jspecify.annotations.NullMarked;
