package dev.godwit.secret;

import dev.godwit.core.error.GodwitException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A place where secrets are looked up by name. Implementations are thread-safe.
public interface SecretResolver {
  /// The secret of that name; null when it is not here.
  ///
  /// @throws GodwitException CONFIG when the place itself can't be read
  @Nullable Secret find(String name);

  /// What people call the place, without secrets: `the environment`, `the file .env`.
  String place();

  /// The variables of the process's environment.
  static SecretResolver environment() {
    return environment(System.getenv());
  }

  /// As [#environment()], with other variables.
  static SecretResolver environment(Map<String, String> variables) {
    return new NamedSecrets("the environment", variables);
  }

  /// Lines `NAME=value` of a file; it need not exist. Values may stand in quotes; `export` before a
  /// name and what follows a `#` are passed over. The file is read when a secret is asked for.
  static SecretResolver dotEnv(Path file) {
    return new DotEnvFile(file);
  }

  /// A folder with a file for each secret, as container platforms mount them; a line break at the
  /// end is no part of a secret. Names that lead out of the folder are not found.
  static SecretResolver folder(Path folder) {
    return new SecretFolder(folder);
  }

  /// A program that writes the secret to its standard output, without a shell between. `{}` in its
  /// arguments stands for the name; a secret is not there when the program ends badly or writes
  /// nothing. It has half a minute.
  ///
  /// @param command for example `List.of("pass", "show", "godwit/{}")`
  static SecretResolver command(List<String> command) {
    return new SecretCommand(command);
  }

  /// Secrets that are already here.
  static SecretResolver of(Map<String, String> secrets) {
    return new NamedSecrets("the given secrets", secrets);
  }
}
