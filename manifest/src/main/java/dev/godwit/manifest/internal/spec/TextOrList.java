package dev.godwit.manifest.internal.spec;

import java.util.List;

/// What a manifest writes as one string or as a list of strings, where the two mean different
/// things.
public sealed interface TextOrList {
  record Text(String value) implements TextOrList {}

  record Texts(List<String> values) implements TextOrList {}
}
