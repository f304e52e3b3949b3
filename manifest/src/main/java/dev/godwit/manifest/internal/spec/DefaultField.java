package dev.godwit.manifest.internal.spec;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// A default type for a field that the component does not have. It changes the tree, and with it
/// what custom components and `$parameters` see, but no field of the record.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@Repeatable(DefaultField.All.class)
public @interface DefaultField {
  /// The name of the field, as written in a manifest.
  String name();

  /// The `type` that the object in it is given.
  String type();

  /// Whether it is given to objects that say `class_name` instead of those that do not.
  boolean custom() default false;

  /// The container that the language asks for.
  @Retention(RetentionPolicy.RUNTIME)
  @Target(ElementType.TYPE)
  @interface All {
    DefaultField[] value();
  }
}
