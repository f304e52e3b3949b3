package dev.godwit.manifest.internal.spec;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// A component that a manifest may also write as a string, which is then the value of this one
/// field.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface FromText {
  /// The name of the field, as written in a manifest.
  String value();
}
