package dev.godwit.manifest.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The reference engine, where the system property `reference.python` names a Python that has it.
public final class Reference {
  private static final @Nullable String PYTHON = System.getProperty("reference.python");

  private Reference() {}

  public static boolean isPresent() {
    return PYTHON != null && exitsWell(PYTHON);
  }

  private static boolean exitsWell(String python) {
    try {
      Process process =
          new ProcessBuilder(python, "-c", "import airbyte_cdk").redirectErrorStream(true).start();
      process.getInputStream().transferTo(java.io.OutputStream.nullOutputStream());
      return process.waitFor() == 0;
    } catch (IOException absent) {
      return false;
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }

  /// Runs a script of the test resources and answers what it prints.
  public static String run(String script, List<String> arguments) {
    try (InputStream source = Reference.class.getResourceAsStream("/reference/" + script)) {
      Path file = Files.createTempFile("reference", ".py");
      Files.write(file, java.util.Objects.requireNonNull(source).readAllBytes());
      List<String> command = new ArrayList<>(List.of(String.valueOf(PYTHON), file.toString()));
      command.addAll(arguments);
      Process process =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
      byte[] output = process.getInputStream().readAllBytes();
      Files.delete(file);
      if (process.waitFor() != 0) {
        throw new IllegalStateException(script + " failed");
      }
      return new String(output, StandardCharsets.UTF_8);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }
}
