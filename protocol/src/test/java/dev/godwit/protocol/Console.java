package dev.godwit.protocol;

import dev.godwit.core.json.JsonParser;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Runs commands of the shop and keeps what they print.
final class Console {
  private final Path folder;
  private final Shops shops = new Shops();
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  Console(Path folder) {
    this.folder = folder;
  }

  /// A file with this content.
  String file(String name, String content) {
    try {
      return Files.writeString(folder.resolve(name), content).toString();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  String config(String mood) {
    return file("config.json", "{\"mood\":\"%s\"}".formatted(mood));
  }

  /// A configured catalogue with these streams.
  String catalog(String... streams) {
    List<String> entries = new ArrayList<>();
    for (String stream : streams) {
      entries.add(
          "{\"stream\":{\"name\":\"%s\",\"json_schema\":{},\"supported_sync_modes\":[\"full_refresh\"]},"
                  .formatted(stream)
              + "\"sync_mode\":\"full_refresh\",\"destination_sync_mode\":\"append\"}");
    }
    return file("catalog.json", "{\"streams\":[" + String.join(",", entries) + "]}");
  }

  /// Runs a command and returns its exit code; the manifest's path is given.
  int run(String command, String... arguments) {
    List<String> all = new ArrayList<>(List.of(command, "--manifest-path", "shop.yaml"));
    all.addAll(List.of(arguments));
    return runExactly(all);
  }

  int runExactly(List<String> arguments) {
    Map<String, String> variables = Map.of("GODWIT_NOW", "2024-06-01T00:00:00Z");
    return new ConnectorCommand(shops, variables, out).run(arguments);
  }

  Shops shops() {
    return shops;
  }

  int read(String... streams) {
    return run("read", "--config", config("good"), "--catalog", catalog(streams));
  }

  /// Everything that was printed, line by line, read as JSON.
  List<Printed> printed() {
    String text = out.toString(StandardCharsets.UTF_8);
    return text.lines().map(Console::parse).toList();
  }

  @SuppressWarnings("unchecked")
  private static Printed parse(String line) {
    Object message = JsonParser.STRICT.parse(line);
    if (message instanceof Map<?, ?> fields) {
      return new Printed((Map<String, @Nullable Object>) fields);
    }
    throw new IllegalStateException("not a message: " + line);
  }

  List<Printed> printed(String type) {
    return printed().stream().filter(message -> message.type().equals(type)).toList();
  }

  /// The only message of a type.
  Printed only(String type) {
    List<Printed> found = printed(type);
    if (found.size() != 1) {
      throw new IllegalStateException(
          found.size() + " messages of type " + type + ": " + printed());
    }
    return found.getFirst();
  }
}
