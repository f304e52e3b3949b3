package dev.godwit.manifest.internal.template;

import dev.godwit.core.error.GodwitException;
import dev.godwit.core.error.Place;

/// The error of a template that does not parse.
final class SyntaxError {
  private SyntaxError() {}

  static GodwitException at(int line, String message) {
    return GodwitException.config("template.syntax", "template: " + message)
        .at(Place.file(null, line, 0, null))
        .hint("Check the template's braces, quotes and filter names.");
  }
}
