package dev.godwit.manifest.internal.http;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.godwit.manifest.internal.Api;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/// A certificate for `localhost` and every name below `shop.example` that signs itself, made with
/// the JDK's own tool.
final class TestCertificate {
  private static final String PASSWORD = "changeit";

  private final Path store;
  private final Path pem;

  TestCertificate(Path folder) throws IOException, InterruptedException {
    store = folder.resolve("keys.p12");
    pem = folder.resolve("certificate.pem");
    keytool(
        "-genkeypair",
        "-alias",
        "self",
        "-keyalg",
        "EC",
        "-groupname",
        "secp256r1",
        "-dname",
        "CN=localhost",
        "-ext",
        "san=dns:localhost,dns:*.shop.example,ip:127.0.0.1",
        "-ext",
        "bc=ca:true",
        "-validity",
        "3650",
        "-startdate",
        "-1d");
    keytool("-exportcert", "-alias", "self", "-rfc", "-file", pem.toString());
  }

  private void keytool(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of(arguments));
    command.addAll(List.of("-keystore", store.toString(), "-storepass", PASSWORD));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    byte[] said = process.getInputStream().readAllBytes();
    if (process.waitFor() != 0) {
      throw new IllegalStateException(new String(said, java.nio.charset.StandardCharsets.UTF_8));
    }
  }

  /// The certificate as a file of authorities.
  Path pem() {
    return pem;
  }

  /// A server with this certificate.
  HttpsServer server() throws IOException, GeneralSecurityException {
    HttpsServer server = HttpsServer.create(Api.loopback(), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(context()));
    return server;
  }

  /// What a server needs to show this certificate.
  SSLContext context() throws IOException, GeneralSecurityException {
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      keys.load(in, PASSWORD.toCharArray());
    }
    KeyManagerFactory factory =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    factory.init(keys, PASSWORD.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(factory.getKeyManagers(), null, null);
    return context;
  }
}
