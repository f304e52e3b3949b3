package dev.godwit.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrokenOutputTest {
  @TempDir Path folder;

  /// A pipe whose reader leaves after some bytes.
  private static final class Pipe extends OutputStream {
    private int left;

    Pipe(int left) {
      this.left = left;
    }

    @Override
    public void write(int b) throws IOException {
      if (left-- <= 0) {
        throw new IOException("Broken pipe");
      }
    }
  }

  private int run(int bytes, String... arguments) {
    return new ConnectorCommand(new Shops(), Map.of(), new Pipe(bytes)).run(List.of(arguments));
  }

  @Test
  void aCommandWhoseReaderHasGoneEndsWithOne() {
    assertThat(run(0, "spec", "--manifest-path", "shop.yaml")).isEqualTo(1);
  }

  @Test
  void wrongUsageIsWrongUsageThoughNobodyListens() {
    assertThat(run(0, "fly")).isEqualTo(2);
  }

  @Test
  void aReadWhoseReaderLeavesEndsWithOne() {
    Console console = new Console(folder);
    String config = console.config("good");
    String catalog = console.catalog("orders", "empty");
    for (int bytes = 0; bytes < 2_000; bytes += 150) {
      int code =
          run(bytes, "read", "--manifest-path", "x", "--config", config, "--catalog", catalog);
      assertThat(code).isEqualTo(1);
    }
  }
}
