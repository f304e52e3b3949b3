/// Tests that every destination has to pass, for its author to run.
@NullMarked
package dev.godwit.testkit;

import org.jspecify.annotations.NullMarked;
