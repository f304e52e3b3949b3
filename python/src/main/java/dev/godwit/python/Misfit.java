package dev.godwit.python;

import dev.godwit.manifest.component.ComponentSite;

/// Something about a class of Python that does not go together with how a manifest uses it.
///
/// @param site where the manifest uses the class
/// @param error whether it fails when it is used; else it is probably not meant
/// @param code stable name: `no-class`, `signature`, …
/// @param line in the file of components, counted from 1; 0 where there is none
/// @param message a sentence
public record Misfit(ComponentSite site, boolean error, String code, int line, String message) {}
