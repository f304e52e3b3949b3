package dev.godwit.protocol.launch.python;

import dev.godwit.core.error.GodwitException;
import dev.godwit.core.file.FolderLock;
import dev.godwit.core.file.Sha256;
import dev.godwit.core.log.Log;
import dev.godwit.protocol.launch.process.Folders;
import dev.godwit.protocol.launch.process.SearchPath;
import dev.godwit.protocol.launch.process.Tool;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Environments of Python packages, one a requirement, in a folder that processes share.
/// Thread-safe, also between processes.
///
/// @param cache the folder
/// @param offline whether nothing may be installed
/// @param python the user's choice of an interpreter; null takes what fits
/// @param tool runs installers
public record PythonEnvironments(
    Path cache, boolean offline, @Nullable String python, SearchPath programs, Tool tool, Log log) {
  /// Hex digits of a digest that keep requirements apart.
  private static final int DIGITS = 12;

  /// The environment of a requirement; it is made where it is not there yet. What is there stays as
  /// it is: a requirement without a version is resolved once.
  ///
  /// @param frozen the exact list of packages to install; empty resolves the requirement
  /// @throws GodwitException CONFIG `launch.offline`, `launch.no-python`, `launch.python-version`,
  ///   CONFIG or TRANSIENT `launch.install-failed`, SYSTEM `launch.cache`, TRANSIENT
  ///   `launch.cancelled`
  public PythonEnvironment prepare(Requirement requirement, List<String> frozen) {
    Path folder = folder(requirement, frozen);
    Optional<PythonEnvironment> ready = Completed.read(folder);
    if (ready.isPresent()) {
      return ready.get();
    }
    if (offline) {
      throw GodwitException.config(
              "launch.offline",
              "The Python package "
                  + requirement.shown()
                  + " is not installed yet, and Godwit is offline.")
          .hint("Run once without offline mode; later runs need no network.");
    }
    try (FolderLock _ = lock(folder)) {
      ready = Completed.read(folder);
      return ready.isPresent() ? ready.get() : install(requirement, frozen, folder);
    } catch (IOException e) {
      throw Thread.currentThread().isInterrupted() ? cancelled(requirement, e) : unusable(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw cancelled(requirement, e);
    }
  }

  /// Removes the environment of a requirement, so that it is resolved anew the next time.
  ///
  /// @return whether there was one
  /// @throws GodwitException SYSTEM `launch.cache`, TRANSIENT `launch.cancelled`
  public boolean forget(Requirement requirement, List<String> frozen) {
    Path folder = folder(requirement, frozen);
    try (FolderLock _ = lock(folder)) {
      boolean there = Files.exists(folder);
      Folders.remove(folder);
      return there;
    } catch (IOException e) {
      throw unusable(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw cancelled(requirement, e);
    }
  }

  private static FolderLock lock(Path folder) throws IOException, InterruptedException {
    Files.createDirectories(folder.getParent());
    return FolderLock.takeInterruptibly(folder.resolveSibling(folder.getFileName() + ".lock"));
  }

  private PythonEnvironment install(Requirement requirement, List<String> frozen, Path folder)
      throws IOException, InterruptedException {
    Installer installer = Installer.on(programs);
    Installation installation = new Installation(requirement, frozen, folder, installer, tool, log);
    boolean done = false;
    try {
      PythonEnvironment environment = tryEach(installation, interpreters(installer));
      log.info(
          "Installed "
              + environment.name()
              + " "
              + environment.version()
              + " with Python "
              + environment.python());
      done = true;
      return environment;
    } finally {
      if (!done) {
        Folders.remove(folder);
      }
    }
  }

  private PythonEnvironment tryEach(Installation installation, List<String> interpreters)
      throws IOException, InterruptedException {
    List<String> reasons = new ArrayList<>();
    for (String interpreter : interpreters) {
      Folders.remove(installation.folder());
      Files.createDirectories(installation.folder());
      log.info(
          "Installing "
              + installation.requirement().shown()
              + " with "
              + installation.installer().name()
              + " and "
              + interpreter);
      try {
        return installation.run(interpreter);
      } catch (Installation.OtherPythonNeeded e) {
        reasons.add(String.valueOf(e.getMessage()));
      }
    }
    throw GodwitException.config(
            "launch.python-version",
            "No Python that was found fits: "
                + String.join(", ", interpreters)
                + ". "
                + reasons.getLast())
        .hint("Install a Python that the package allows, or name one in the settings.");
  }

  /// Paths of interpreters; a version where uv is to get it.
  private List<String> interpreters(Installer installer) throws InterruptedException {
    Interpreters search = new Interpreters(python, programs, tool);
    List<String> found = search.find().stream().map(each -> each.program().toString()).toList();
    if (!found.isEmpty()) {
      return found;
    }
    if (installer instanceof Installer.Uv && (python == null || search.wantsVersion())) {
      return List.of(python == null ? "3" : python);
    }
    throw GodwitException.config(
            "launch.no-python",
            python == null
                ? "There is no Python 3 with the module venv on PATH, and no uv."
                : "There is no Python 3 with the module venv by the name of " + python + ".")
        .hint("Install Python 3 (on Debian and Ubuntu also python3-venv), or uv.");
  }

  private Path folder(Requirement requirement, List<String> frozen) {
    String key =
        requirement.text()
            + '\n'
            + (python == null ? "" : python)
            + '\n'
            + String.join("\n", frozen);
    return cache.toAbsolutePath().resolve(requirement.label() + "-" + digest(key));
  }

  private static String digest(String text) {
    return Sha256.of(text.getBytes(StandardCharsets.UTF_8)).substring(0, DIGITS);
  }

  private GodwitException unusable(IOException cause) {
    return GodwitException.system(
            "launch.cache",
            "Environments of Python packages cannot be kept in " + cache + ": " + cause)
        .hint("Check free space and rights, or choose another folder.")
        .causedBy(cause);
  }

  private static GodwitException cancelled(Requirement requirement, Exception cause) {
    return GodwitException.transientError(
            "launch.cancelled", "The installation of " + requirement.shown() + " was interrupted.")
        .hint("Nothing was kept of it; run it again.")
        .causedBy(cause);
  }
}
