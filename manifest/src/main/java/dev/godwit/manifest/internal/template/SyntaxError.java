package dev.godwit.manifest.internal.template;

import dev.godwit.core.error.GodwitException;
import dev.godwit.core.error.Place;

/// The error of a template that does not parse.
final class SyntaxError {
  private SyntaxError() {}

  /// The error with the template that has it.
  static GodwitException in(String source, GodwitException error) {
    String problem = error.message().replaceFirst("^template: ", "");
    String template = "template " + EvaluationError.shown(source) + ": ";
    GodwitException shown = GodwitException.config("template.syntax", template + problem);
    String hint = error.hint();
    return (hint == null ? shown : shown.hint(hint)).at(error.place());
  }

  static GodwitException at(int line, String message) {
    return GodwitException.config("template.syntax", "template: " + message)
        .at(Place.file(null, line, 0, null))
        .hint("Check the template's braces, quotes and filter names.");
  }
}
