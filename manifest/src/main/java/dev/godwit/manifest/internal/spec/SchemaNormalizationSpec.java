package dev.godwit.manifest.internal.spec;

/// How values are turned into the types that the schema states.
public sealed interface SchemaNormalizationSpec {
  /// The ways that need no code.
  enum SchemaNormalization implements SchemaNormalizationSpec, WireValue {
    DEFAULT("Default"),
    NONE("None");

    private final String wire;

    SchemaNormalization(String wire) {
      this.wire = wire;
    }

    @Override
    public String wire() {
      return wire;
    }
  }

  /// A normalization that a class outside the manifest implements.
  @OpenFields
  record CustomSchemaNormalization(Origin origin, String className)
      implements SchemaNormalizationSpec, Component {}
}
