package dev.godwit.manifest.internal.language;

import java.util.List;

/// What a manifest may write in one place, references apart.
public sealed interface Form {
  /// Values without an inner form.
  enum Plain implements Form {
    TEXT,
    WHOLE_NUMBER,
    NUMBER,
    BOOLEAN,
    OBJECT,
    ANYTHING
  }

  /// One of several words.
  record Words(List<String> words) implements Form {}

  /// A list whose elements have a form.
  record ListOf(Form element) implements Form {}

  /// An object with fields of any name, whose values have a form.
  record MapOf(Form value) implements Form {}

  /// Any of several forms.
  record Either(List<Form> forms) implements Form {}

  /// A component.
  record Part(Class<?> component) implements Form {}

  /// A component of a family, or whatever else the family's members are written as.
  record Member(Class<?> family) implements Form {}
}
