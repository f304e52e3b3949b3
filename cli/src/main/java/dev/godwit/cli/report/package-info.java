/// Results in the two forms that commands print: tables for people, JSON for programs.
@NullMarked
package dev.godwit.cli.report;

import org.jspecify.annotations.NullMarked;
