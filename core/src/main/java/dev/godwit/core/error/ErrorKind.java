package dev.godwit.core.error;

/// Who can do something about an error, which also decides whether trying again makes sense.
public enum ErrorKind {
  /// The user's input is wrong: a manifest, a configuration, a credential, a command. Trying again
  /// cannot help.
  CONFIG,
  /// The outside world failed for now: a timeout, a rate limit, a lost connection. Trying again may
  /// help.
  TRANSIENT,
  /// Something broke that neither the user's input nor waiting explains.
  SYSTEM,
  /// A promise between two parts was broken, for example counts that do not agree. The sync must
  /// stop.
  CONTRACT
}
