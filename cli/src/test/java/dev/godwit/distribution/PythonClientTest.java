package dev.godwit.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The Python client, installed from the tree as users install it, passes its own tests with the
/// distribution that was just packed. Skipped, with the reason, where no Python fits or the index
/// of packages cannot be reached. A Python with PyAirbyte, to compare with, is named by
/// `-Dpyairbyte.python`.
class PythonClientTest {
  private static final Path CLIENT =
      Path.of("..", "clients", "python").toAbsolutePath().normalize();

  /// What the client and its build need, the extras of its documentation included.
  private static final List<String> PACKAGES =
      List.of("duckdb>=1.4", "pytz", "pandas>=2", "pyarrow>=15", "flit_core>=3.11,<4");

  private static final List<String> NAMES =
      List.of("python3", "python3.14", "python3.13", "python3.12", "python3.11", "python3.10");

  /// Ends with 0 where the interpreter is new enough and can make environments.
  private static final String FITS =
      "import sys, ensurepip, venv; sys.exit(sys.version_info < (3, 10))";

  @TempDir private Path folder;

  @Test
  void passesItsOwnTests() throws IOException, InterruptedException {
    Path python = environment();
    Map<String, String> godwit =
        Map.of("GODWIT_HOME", UnpackedDistribution.into(folder).home().toString());

    assertThat(run(godwit, python, "-m", "unittest", "discover", "-s", CLIENT.resolve("tests")))
        .as(this::log)
        .isZero();
  }

  /// An environment with the client. It is kept below `target`, so that packages come once.
  private Path environment() throws IOException, InterruptedException {
    Path home = Path.of("target", "python-client").toAbsolutePath();
    Path python = home.resolve("bin").resolve("python");
    if (run(Map.of(), python, "-c", FITS) != 0) {
      Path found = interpreter();
      if (found == null || run(Map.of(), found, "-m", "venv", "--clear", home) != 0) {
        abort("no Python 3.10 or newer that makes environments: " + log());
      }
    }
    List<Object> packages = new ArrayList<>(List.of("-m", "pip", "install", "--quiet"));
    packages.addAll(PACKAGES);
    if (run(Map.of(), python, packages.toArray()) != 0) {
      abort("the packages of the client cannot be installed here: " + log());
    }
    Object[] client = {
      "-m",
      "pip",
      "install",
      "--quiet",
      "--no-deps",
      "--no-build-isolation",
      "--force-reinstall",
      CLIENT
    };
    assertThat(run(Map.of(), python, client)).as(this::log).isZero();
    return python;
  }

  private @Nullable Path interpreter() throws IOException, InterruptedException {
    for (String name : NAMES) {
      if (run(Map.of(), Path.of(name), "-c", FITS) == 0) {
        return Path.of(name);
      }
    }
    return null;
  }

  /// Runs a program to its end.
  ///
  /// @return its exit code; -1 where it is not there
  private int run(Map<String, String> variables, Path program, Object... arguments)
      throws InterruptedException {
    List<String> command = new ArrayList<>(List.of(program.toString()));
    for (Object argument : arguments) {
      command.add(argument.toString());
    }
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(Redirect.to(folder.resolve("python.log").toFile()));
    builder.environment().remove("GODWIT_COMMAND");
    builder.environment().put("PYTHONDONTWRITEBYTECODE", "1");
    builder.environment().putAll(variables);
    String compared = System.getProperty("pyairbyte.python");
    if (compared != null) {
      builder.environment().put("PYAIRBYTE_PYTHON", compared);
    }
    try {
      return builder.start().waitFor();
    } catch (IOException e) {
      return -1;
    }
  }

  private String log() {
    try {
      return Files.readString(folder.resolve("python.log"));
    } catch (IOException e) {
      return e.toString();
    }
  }
}
