package dev.godwit.storage.s3;

import java.net.URI;
import java.util.Map;
import java.util.Properties;
import org.gaul.s3proxy.BlobStores;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/// A server that speaks S3, in this process and on loopback. Its objects lie in memory and go when
/// it is closed. It checks signatures and keeps conditions.
public final class S3Server implements AutoCloseable {
  private static final String KEY = "godwit-key";
  private static final String SECRET = "godwit-secret";
  private static final String BUCKET = "shop-data";

  /// How many seconds a client's clock may be wrong, as with AWS.
  private static final int TOLERANCE = 900;

  private final S3Proxy proxy;
  private final FaultyStore store;

  private S3Server(S3Proxy proxy, FaultyStore store) {
    this.proxy = proxy;
    this.store = store;
  }

  /// Starts a server with an empty bucket.
  public static S3Server start() {
    return start(TOLERANCE);
  }

  /// Starts a server whose clock agrees with no other.
  static S3Server withoutTolerance() {
    return start(-TOLERANCE);
  }

  private static S3Server start(int tolerance) {
    try {
      FaultyStore store = new FaultyStore(BlobStores.create("transient-nio2", new Properties()));
      S3Proxy proxy =
          S3Proxy.builder()
              .endpoint(URI.create("http://127.0.0.1:0"))
              .awsAuthentication(AuthenticationType.AWS_V2_OR_V4, KEY, SECRET)
              .maximumTimeSkew(tolerance)
              .blobStore(store)
              .build();
      proxy.start();
      S3Server server = new S3Server(proxy, store);
      store.createContainer(BUCKET);
      return server;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /// A client of the server that is not the one to be tested.
  public S3Client client() {
    return S3Client.builder()
        .endpointOverride(URI.create(endpoint()))
        .region(Region.US_EAST_1)
        .forcePathStyle(true)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create(KEY, SECRET)))
        .build();
  }

  /// `http://127.0.0.1:PORT`
  public String endpoint() {
    return "http://127.0.0.1:" + proxy.getPort();
  }

  /// Between the server and its store.
  FaultyStore store() {
    return store;
  }

  /// The bucket that is there from the beginning.
  public String bucket() {
    return BUCKET;
  }

  /// The environment in which `s3://…` leads to this server.
  public Map<String, String> variables() {
    return Map.of(
        "AWS_ACCESS_KEY_ID",
        KEY,
        "AWS_SECRET_ACCESS_KEY",
        SECRET,
        "AWS_REGION",
        "us-east-1",
        "AWS_ENDPOINT_URL_S3",
        endpoint());
  }

  @Override
  public void close() {
    try {
      proxy.stop();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
