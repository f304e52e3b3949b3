/// Configurations as users write them: files, assignments on the command line, variables.
@NullMarked
package dev.godwit.config;

import org.jspecify.annotations.NullMarked;
