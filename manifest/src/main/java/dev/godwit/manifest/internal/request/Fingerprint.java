package dev.godwit.manifest.internal.request;

import dev.godwit.manifest.internal.http.Request;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import java.util.zip.Checksum;
import org.jspecify.annotations.Nullable;

/// 64 bits that tell contents apart. Made of two sums that the machine computes fast, not for
/// secrets.
public final class Fingerprint {
  private Fingerprint() {}

  public static long of(byte @Nullable [] bytes) {
    if (bytes == null) {
      return 0;
    }
    return sum(new CRC32(), bytes) << 32 | sum(new CRC32C(), bytes);
  }

  /// What a request asks for.
  ///
  /// @param credentials names of headers that do not count, in lower case: they change with time
  static long of(Request request, Set<String> credentials) {
    long print = request.method().hashCode();
    print = mix(print, of(request.url().getBytes(StandardCharsets.UTF_8)));
    for (Map.Entry<String, String> header : request.headers().entrySet()) {
      if (!credentials.contains(header.getKey().toLowerCase(Locale.ROOT))) {
        print = mix(print, header.hashCode());
      }
    }
    return request.body() == null ? print : mix(print, of(request.body()));
  }

  private static long sum(Checksum sum, byte[] bytes) {
    sum.update(bytes);
    return sum.getValue();
  }

  private static long mix(long print, long more) {
    return (print ^ more) * 0x9E3779B97F4A7C15L + (print >>> 29);
  }
}
