package dev.godwit.protocol.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// A shell script that behaves like the command line of a container runtime: it knows images, and a
/// container is a process that its command line does not take with it when it is killed.
final class StubRuntime {
  private final Path folder;

  /// @param connector the lines that run in containers, with `$FILES` for what is mounted
  StubRuntime(Path folder, Scripts scripts, String... connector) throws IOException {
    this.folder = Files.createDirectories(folder.resolve("runtime"));
    scripts.with("PATH", this.folder + ":" + System.getenv("PATH"));
    Path inside = scripts.script("inside", connector);
    Path docker =
        scripts.script(
            "docker",
            "here=" + this.folder,
            "case $1 in",
            "version) [ ! -e $here/down ] || { echo 'Cannot connect to the daemon' >&2; exit 1; }"
                + " ;;",
            "image) [ -e $here/present ] && echo 'sha256:abc shop/source@sha256:def' ;;",
            "pull) [ -e $here/offered ] || { echo 'manifest unknown' >&2; exit 1; }",
            "  echo \"pulled $2\"; touch $here/present ;;",
            "rm) echo \"$@\" >> $here/removed; kill -9 $(cat $here/$3) ;;",
            "run) for each in \"$@\"; do echo \"$each\" >> $here/arguments; done",
            "  while [ \"$1\" != sha256:abc ]; do",
            "    case $1 in --name) name=$2 ;; --volume) files=${files:-${2%:/godwit:ro}} ;; esac",
            "    shift",
            "  done",
            "  shift",
            "  trap '' TERM",
            "  env -i PATH=\"$PATH\" FILES=\"$files\" setsid sh -c 'echo $$ > '$here/$name'; exec "
                + inside
                + " \"$@\"' sh \"$@\" <&0 &",
            "  wait $! ;;",
            "esac");
    Files.move(docker, this.folder.resolve("docker"));
  }

  /// The image can be pulled.
  void offers() throws IOException {
    Files.createFile(folder.resolve("offered"));
  }

  /// The daemon does not run.
  void isDown() throws IOException {
    Files.createFile(folder.resolve("down"));
  }

  /// What `run` was given, one a line.
  List<String> arguments() throws IOException {
    return Files.readAllLines(folder.resolve("arguments"));
  }

  /// What `rm` was given, one call a line.
  String removed() throws IOException {
    return Files.readString(folder.resolve("removed"));
  }
}
