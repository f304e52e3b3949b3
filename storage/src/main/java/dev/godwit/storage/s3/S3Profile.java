package dev.godwit.storage.s3;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProviderChain;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.ContainerCredentialsProvider;
import software.amazon.awssdk.auth.credentials.InstanceProfileCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.auth.credentials.WebIdentityTokenFileCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.profiles.ProfileFileLocation;

/// Who asks: what the tools of AWS find in environment and files, in their order.
///
/// @param chosen whether somebody has named the profile, which then comes before variables
/// @param variables the environment
record S3Profile(String name, boolean chosen, ProfileFile file, Map<String, String> variables) {
  /// @param option what the address says
  static S3Profile find(@Nullable String option, Map<String, String> variables) {
    String name = option == null ? variables.getOrDefault("AWS_PROFILE", "default") : option;
    ProfileFile.Aggregator files = ProfileFile.aggregator();
    add(files, variables.get("AWS_CONFIG_FILE"), ProfileFile.Type.CONFIGURATION);
    add(files, variables.get("AWS_SHARED_CREDENTIALS_FILE"), ProfileFile.Type.CREDENTIALS);
    return new S3Profile(name, option != null, files.build(), variables);
  }

  private static void add(
      ProfileFile.Aggregator files, @Nullable String named, ProfileFile.Type type) {
    Optional<Path> usual =
        type == ProfileFile.Type.CREDENTIALS
            ? ProfileFileLocation.credentialsFileLocation()
            : ProfileFileLocation.configurationFileLocation();
    Optional.ofNullable(named)
        .map(Path::of)
        .or(() -> usual)
        .filter(Files::isReadable)
        .ifPresent(path -> files.addFile(ProfileFile.builder().content(path).type(type).build()));
  }

  @Nullable String property(String key) {
    return file.profile(name).flatMap(profile -> profile.property(key)).orElse(null);
  }

  AwsCredentialsProvider credentials() {
    AwsCredentialsProviderChain.Builder chain = AwsCredentialsProviderChain.builder();
    String key = variables.get("AWS_ACCESS_KEY_ID");
    String secret = variables.get("AWS_SECRET_ACCESS_KEY");
    if (key != null && secret != null && !chosen) {
      chain.addCredentialsProvider(StaticCredentialsProvider.create(inVariables(key, secret)));
    }
    if (variables.containsKey("AWS_WEB_IDENTITY_TOKEN_FILE") && !chosen) {
      chain.addCredentialsProvider(WebIdentityTokenFileCredentialsProvider.create());
    }
    chain.addCredentialsProvider(
        ProfileCredentialsProvider.builder().profileName(name).profileFile(file).build());
    if (!chosen) {
      chain.addCredentialsProvider(ContainerCredentialsProvider.builder().build());
      if (!"true".equalsIgnoreCase(variables.get("AWS_EC2_METADATA_DISABLED"))) {
        chain.addCredentialsProvider(InstanceProfileCredentialsProvider.create());
      }
    }
    AwsCredentialsProvider found = chain.build();
    return () -> resolve(found);
  }

  private AwsCredentials inVariables(String key, String secret) {
    String token = variables.get("AWS_SESSION_TOKEN");
    return token == null || token.isBlank()
        ? AwsBasicCredentials.create(key, secret)
        : AwsSessionCredentials.create(key, secret, token);
  }

  private AwsCredentials resolve(AwsCredentialsProvider found) {
    try {
      return found.resolveCredentials();
    } catch (SdkClientException e) {
      throw new NoCredentials(name, e);
    }
  }

  /// Nobody knows who asks.
  static final class NoCredentials extends SdkClientException {
    private static final long serialVersionUID = 1L;

    NoCredentials(String profile, SdkClientException cause) {
      super(SdkClientException.builder().message("profile " + profile).cause(cause));
    }
  }
}
