package dev.godwit.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/// Runs the commands that the start-up cache is trained with, in one process.
///
/// The build starts it in an empty folder. A command that fails ends the process with its exit code
/// and thereby the build.
final class Training {
  private static final String COMMANDS = "commands.txt";
  private static final String BESIDE = "& ";

  private final String port;

  private Training(int port) {
    this.port = String.valueOf(port);
  }

  /// Runs all commands of a folder.
  ///
  /// @param args the folder with the list of commands and the files that they need
  public static void main(String[] args) throws IOException {
    Training training = new Training(freePort());
    training.copyFiles(Path.of(args[0]));
    for (String line : Files.readAllLines(Path.of(COMMANDS))) {
      if (!line.isBlank() && !line.startsWith("#")) {
        training.run(line.strip());
      }
    }
    ProcessEnd.exit();
    System.exit(0);
  }

  private void copyFiles(Path folder) throws IOException {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      for (Path file : files) {
        Files.writeString(file.getFileName(), Files.readString(file).replace("{port}", port));
      }
    }
  }

  private void run(String line) {
    if (line.startsWith(BESIDE)) {
      Thread.ofPlatform().daemon().start(() -> run(line.substring(BESIDE.length())));
    } else {
      Main.main(line.split("\\s+"));
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
