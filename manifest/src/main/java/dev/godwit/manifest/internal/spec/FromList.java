package dev.godwit.manifest.internal.spec;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// A component that a manifest never names: it is what a list means where its family is expected.
/// The list is the value of this one field.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface FromList {
  /// The name of the field, as written in a manifest.
  String value();
}
