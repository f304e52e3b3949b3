package dev.godwit.manifest.internal.spec;

/// Turns states of older versions into today's.
public sealed interface StateMigrationSpec extends Component {
  /// From one cursor per parent key to one per partition.
  record LegacyToPerPartitionStateMigration(Origin origin) implements StateMigrationSpec {}

  /// A migration that a class outside the manifest implements.
  @OpenFields
  record CustomStateMigration(Origin origin, String className) implements StateMigrationSpec {}
}
