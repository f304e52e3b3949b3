package dev.godwit.manifest.lint;

import static dev.godwit.manifest.lint.Severity.ERROR;
import static dev.godwit.manifest.lint.Severity.WARNING;

import java.util.Locale;

/// The kinds of finding. Their names are stable.
public enum LintCode {
  YAML(ERROR, "The text is not YAML, or not one document of it."),
  TOO_DEEP(ERROR, "Values are nested too deeply."),
  TOO_LARGE(ERROR, "Anchors, references or parameters multiply the document beyond any use."),
  DUPLICATE_KEY(WARNING, "An object has a field twice; only the last one counts."),
  UNDEFINED_REFERENCE(ERROR, "A reference points at nothing."),
  CIRCULAR_REFERENCE(ERROR, "A reference leads back to itself."),
  WRONG_TYPE(ERROR, "A value has the wrong shape."),
  MISSING_FIELD(ERROR, "A component lacks a field that it needs."),
  UNKNOWN_TYPE(ERROR, "No component that may stand here has this type."),
  UNKNOWN_VALUE(ERROR, "The field does not know this value."),
  REFUSED_FIELD(ERROR, "The component does not have this field and refuses to be read with it."),
  UNKNOWN_FIELD(WARNING, "The component does not have this field; it is ignored."),
  NOT_TEXT(WARNING, "A number or a boolean stands where a text belongs."),
  DEPRECATED(WARNING, "The field or component still works and has a successor."),
  TEMPLATE_SYNTAX(ERROR, "A template does not parse, or names a filter that does not exist."),
  TEMPLATE_VARIABLE(ERROR, "A template names a variable that does not exist at its place."),
  STREAM_STATE(ERROR, "A template names stream_state, which the language has dropped."),
  CONFIG_IN_PREDICATE(WARNING, "A predicate reads config, which is empty there."),
  CONFIG_KEY(WARNING, "A template reads a key that the spec of the configuration does not have."),
  DUPLICATE_STREAM(ERROR, "Two streams have the same name, so that one of them cannot be read."),
  UNKNOWN_STREAM(ERROR, "The check names a stream that does not exist."),
  UNUSED_STREAM(WARNING, "A stream is defined, but neither listed nor the parent of another."),
  UNUSED_DEFINITION(WARNING, "Nothing refers to a definition."),
  BAD_DATE(ERROR, "A date does not fit its format."),
  BAD_DURATION(ERROR, "A text is not an ISO 8601 duration."),
  BAD_EXAMPLE(WARNING, "An example or default of the configuration would be refused."),
  BAD_SCHEMA(ERROR, "A schema is not a JSON Schema."),
  BAD_PATTERN(ERROR, "A text is not a regular expression."),
  INCONSISTENT(ERROR, "Fields of a component contradict each other or need each other."),
  IGNORED_FIELD(WARNING, "Another field of the component keeps this one from having an effect.");

  private final Severity severity;
  private final String meaning;

  LintCode(Severity severity, String meaning) {
    this.severity = severity;
    this.meaning = meaning;
  }

  public Severity severity() {
    return severity;
  }

  /// What a finding with this code means, as a sentence.
  public String meaning() {
    return meaning;
  }

  /// The code as people and programs see it: `unknown-field`.
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
