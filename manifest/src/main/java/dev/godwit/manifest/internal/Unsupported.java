package dev.godwit.manifest.internal;

import dev.godwit.core.error.GodwitException;
import dev.godwit.core.error.Place;
import dev.godwit.manifest.internal.spec.Component;

/// Refuses what Godwit cannot run yet, by name and place, instead of ignoring it.
public final class Unsupported {
  private Unsupported() {}

  public static GodwitException component(Component component) {
    return named(component.getClass().getSimpleName(), component.origin().place());
  }

  /// Refuses a component of a type that stands at a place.
  public static GodwitException named(String type, Place place) {
    return refusal(type + " is not supported yet.").at(place);
  }

  /// Refuses one field of a component that is supported otherwise.
  ///
  /// @param field name of the field in the manifest
  public static GodwitException field(Component component, String field) {
    return refusal(field + " of " + component.getClass().getSimpleName() + " is not supported yet.")
        .at(component.origin().place(field));
  }

  private static GodwitException refusal(String message) {
    return GodwitException.config("manifest.unsupported", message)
        .hint("Streams that do not use it still work: choose them with --streams.");
  }
}
