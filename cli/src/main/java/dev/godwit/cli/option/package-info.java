/// Options that commands of several kinds have.
@NullMarked
package dev.godwit.cli.option;

import org.jspecify.annotations.NullMarked;
