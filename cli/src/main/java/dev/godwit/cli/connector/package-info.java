/// Godwit as a connector that other programs start.
@NullMarked
package dev.godwit.cli.connector;

import org.jspecify.annotations.NullMarked;
