package dev.godwit.manifest.component;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A stream as its manifest describes it, for hosts that build components out of their
/// surroundings.
///
/// @param path of the stream from the manifest's root
/// @param parameters that the stream is given from outside
/// @param fields the description with all references resolved. Every component that a class
///   implements has one more field, [#PATH], with its path from the root
public record StreamDefinition(
    String path, Map<String, @Nullable Object> parameters, Map<String, @Nullable Object> fields) {
  /// The field that tells the components of a stream apart.
  public static final String PATH = "godwit_path";
}
