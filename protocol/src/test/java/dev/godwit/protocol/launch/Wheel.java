package dev.godwit.protocol.launch;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// A Python package that can be installed without an index and without building anything.
///
/// @param name with underscores
/// @param python the versions of Python it allows
/// @param scripts names of console scripts; all run the same
record Wheel(String name, String version, String python, String... scripts) {
  /// Puts the package into a folder. It says its version, its arguments and the content of its
  /// configuration.
  Path into(Path folder) throws IOException {
    Path wheel = folder.resolve(name + "-" + version + "-py3-none-any.whl");
    try (OutputStream file = Files.newOutputStream(wheel);
        ZipOutputStream zip = new ZipOutputStream(file)) {
      Map<String, String> files = files();
      files.put(
          info() + "RECORD", String.join(",,\n", files.keySet()) + ",,\n" + info() + "RECORD,,\n");
      for (Map.Entry<String, String> each : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(each.getKey()));
        zip.write(each.getValue().getBytes(UTF_8));
      }
    }
    return wheel;
  }

  private String info() {
    return name + "-" + version + ".dist-info/";
  }

  private Map<String, String> files() {
    Map<String, String> files = new LinkedHashMap<>();
    String module = name.replaceFirst("^airbyte_", "");
    files.put(
        module + "/__init__.py",
        """
        import sys

        def run():
            print("%s", *sys.argv[1:2], "café")
            for file in sys.argv[3:4]:
                print(open(file).read())
        """
            .formatted(version));
    files.put(module + "/__main__.py", "from " + module + " import run\n\nrun()\n");
    files.put(
        info() + "METADATA",
        "Metadata-Version: 2.1\nName: %s\nVersion: %s\nRequires-Python: %s\n"
            .formatted(name.replace('_', '-'), version, python));
    files.put(
        info() + "WHEEL",
        "Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: py3-none-any\n");
    StringBuilder points = new StringBuilder("[console_scripts]\n");
    for (String script : scripts) {
      points.append(script).append(" = ").append(module).append(":run\n");
    }
    files.put(info() + "entry_points.txt", points.toString());
    return files;
  }
}
