package dev.godwit.destinations.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/// Signs certificates, with the JDK's own program for that.
///
/// @param folder where its files lie, and those of whom it has signed
/// @param name of the authority
record TestAuthority(Path folder, String name) {
  private static final String STORE_PASSWORD = "irrelevant";

  static TestAuthority create(Path folder, String name) throws IOException {
    TestAuthority authority = new TestAuthority(folder, name);
    authority.pair(name, name, "-ext", "bc:c=ca:true", "-ext", "ku:c=keyCertSign,cRLSign");
    authority.keytool(name, "-exportcert", "-rfc", "-file", authority.certificate().toString());
    return authority;
  }

  Path certificate() {
    return folder.resolve(name + ".crt");
  }

  /// A certificate of somebody, in `<subject>.crt`, and the key in `<subject>.key`.
  ///
  /// @param extensions of the certificate, as keytool has them
  Path sign(String subject, String commonName, String... extensions) throws IOException {
    pair(subject, commonName);
    Path request = folder.resolve(subject + ".csr");
    Path certificate = folder.resolve(subject + ".crt");
    keytool(subject, "-certreq", "-file", request.toString());
    List<String> signing =
        new ArrayList<>(
            List.of("-gencert", "-rfc", "-validity", "2", "-infile", request.toString()));
    signing.addAll(List.of("-outfile", certificate.toString()));
    for (String extension : extensions) {
      signing.addAll(List.of("-ext", extension));
    }
    keytool(name, signing.toArray(String[]::new));
    writeKey(subject);
    return certificate;
  }

  Path key(String subject) {
    return folder.resolve(subject + ".key");
  }

  private void writeKey(String subject) throws IOException {
    try (InputStream in = Files.newInputStream(store(subject))) {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(in, STORE_PASSWORD.toCharArray());
      PrivateKey key = (PrivateKey) store.getKey(subject, STORE_PASSWORD.toCharArray());
      Files.writeString(
          key(subject),
          "-----BEGIN PRIVATE KEY-----\n%s\n-----END PRIVATE KEY-----\n"
              .formatted(Base64.getMimeEncoder().encodeToString(key.getEncoded())));
      Files.setPosixFilePermissions(key(subject), PosixFilePermissions.fromString("rw-------"));
    } catch (GeneralSecurityException e) {
      throw new IOException(e);
    }
  }

  private void pair(String alias, String commonName, String... more) throws IOException {
    List<String> arguments =
        new ArrayList<>(
            List.of("-genkeypair", "-keyalg", "EC", "-groupname", "secp256r1", "-validity", "2"));
    arguments.addAll(List.of("-dname", "CN=" + commonName));
    arguments.addAll(List.of(more));
    keytool(alias, arguments.toArray(String[]::new));
  }

  private Path store(String alias) {
    return folder.resolve(alias + ".p12");
  }

  private void keytool(String alias, String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of(arguments));
    command.addAll(List.of("-alias", alias, "-storepass", STORE_PASSWORD, "-noprompt"));
    command.addAll(List.of("-keystore", store(alias).toString(), "-storetype", "PKCS12"));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    try {
      String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new IOException(command + " failed: " + told);
      }
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }
}
