/// Connectors as container images: tarballs that are written without a daemon.
@NullMarked
package dev.godwit.cli.image;

import org.jspecify.annotations.NullMarked;
