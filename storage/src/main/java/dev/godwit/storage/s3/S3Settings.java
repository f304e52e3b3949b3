package dev.godwit.storage.s3;

import dev.godwit.core.error.GodwitException;
import dev.godwit.storage.bucket.Address;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.profiles.ProfileProperty;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.LegacyMd5Plugin;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;

/// How to reach a bucket: what the address says, else the environment, else the profile.
///
/// @param region null where only the cloud itself knows the bucket's region
/// @param endpoint null for AWS itself
/// @param pathStyle whether the bucket stands in the path and not in the name of the host
record S3Settings(
    @Nullable String region, @Nullable URI endpoint, boolean pathStyle, S3Profile profile) {
  static final Set<String> OPTIONS = Set.of("region", "endpoint", "path_style", "profile");

  private static final Duration CONNECT = Duration.ofSeconds(10);
  private static final Duration SILENCE = Duration.ofSeconds(60);

  static S3Settings resolve(Address address, Map<String, String> variables) {
    S3Profile profile = S3Profile.find(address.option("profile"), variables);
    String endpoint =
        first(
            address.option("endpoint"),
            variables.get("AWS_ENDPOINT_URL_S3"),
            variables.get("AWS_ENDPOINT_URL"),
            profile.property("endpoint_url"));
    String region =
        first(
            address.option("region"),
            variables.get("AWS_REGION"),
            variables.get("AWS_DEFAULT_REGION"),
            profile.property(ProfileProperty.REGION));
    String pathStyle = address.option("path_style");
    return new S3Settings(
        region,
        endpoint == null ? null : uri(endpoint),
        pathStyle == null ? endpoint != null : isTrue(pathStyle),
        profile);
  }

  private static @Nullable String first(@Nullable String... values) {
    return Stream.of(values)
        .filter(value -> value != null && !value.isBlank())
        .findFirst()
        .orElse(null);
  }

  private static URI uri(String endpoint) {
    if (!endpoint.matches("https?://[^/@\\s]+/?")) {
      throw GodwitException.config(
              "storage.address", "The endpoint is no address of a server with http or https.")
          .hint("Write it as https://s3.example.com or http://127.0.0.1:9000.");
    }
    return URI.create(endpoint);
  }

  private static boolean isTrue(String value) {
    return switch (value) {
      case "true" -> true;
      case "false" -> false;
      default ->
          throw GodwitException.config("storage.address", "path_style is neither true nor false.");
    };
  }

  /// AWS is asked in which region the bucket lies where that is not said or not so. Other stores
  /// get the checksums that stores had for twenty years: many know no newer ones.
  S3Client client() {
    S3ClientBuilder builder =
        S3Client.builder()
            .httpClientBuilder(
                Apache5HttpClient.builder().connectionTimeout(CONNECT).socketTimeout(SILENCE))
            .credentialsProvider(profile.credentials())
            .region(Region.of(region == null ? Region.US_EAST_1.id() : region))
            .forcePathStyle(pathStyle)
            .overrideConfiguration(settings ->
                settings
                    .retryStrategy(RetryMode.STANDARD)
                    .defaultProfileFile(profile.file())
                    .defaultProfileName(profile.name()));
    if (endpoint == null) {
      return builder.crossRegionAccessEnabled(true).build();
    }
    return builder
        .endpointOverride(endpoint)
        .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
        .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
        .addPlugin(LegacyMd5Plugin.create())
        .build();
  }
}
