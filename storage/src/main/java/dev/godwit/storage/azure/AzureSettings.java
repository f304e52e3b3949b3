package dev.godwit.storage.azure;

import com.azure.core.http.jdk.httpclient.JdkHttpClientBuilder;
import com.azure.storage.blob.BlobContainerClient;
import com.azure.storage.blob.BlobContainerClientBuilder;
import com.azure.storage.common.StorageSharedKeyCredential;
import com.azure.storage.common.policy.RequestRetryOptions;
import com.azure.storage.common.policy.RetryPolicyType;
import dev.godwit.core.error.GodwitException;
import dev.godwit.storage.bucket.Address;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// How to reach a container: what the address says, else the environment.
///
/// @param endpoint of the account, null where only a connection string can tell it
/// @param sas the token of a shared access signature without `?`, null where there is none
record AzureSettings(
    String container,
    @Nullable String account,
    @Nullable String endpoint,
    @Nullable String sas,
    Map<String, String> variables) {
  static final Set<String> OPTIONS = Set.of("account", "endpoint");

  private static final Duration CONNECT = Duration.ofSeconds(10);
  private static final Duration SILENCE = Duration.ofSeconds(60);
  private static final int ATTEMPTS = 4;
  private static final Duration FIRST_WAIT = Duration.ofMillis(500);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);

  static AzureSettings resolve(Address address, Map<String, String> variables) {
    String host = address.bucket();
    int at = host.indexOf('@');
    String container = at < 0 ? host : host.substring(0, at);
    String account =
        at < 0
            ? first(address.option("account"), variables.get("AZURE_STORAGE_ACCOUNT"))
            : host.substring(at + 1).replaceFirst("\\..*", "");
    if (address.scheme().equals("abfss") && at < 0) {
      throw unknownAccount();
    }
    String endpoint = address.option("endpoint");
    if (endpoint == null && at >= 0) {
      endpoint = "https://" + host.substring(at + 1).replaceFirst("\\.dfs\\.", ".blob.");
    } else if (endpoint == null && account != null) {
      endpoint = "https://" + account + ".blob.core.windows.net";
    }
    String sas = first(null, variables.get("AZURE_STORAGE_SAS_TOKEN"));
    return new AzureSettings(
        container, account, endpoint, sas == null ? null : sas.replaceFirst("^\\?", ""), variables);
  }

  private static @Nullable String first(@Nullable String option, @Nullable String variable) {
    String value = option == null ? variable : option;
    return value == null || value.isBlank() ? null : value;
  }

  private static GodwitException unknownAccount() {
    return GodwitException.config("storage.address", "The address names no storage account.")
        .hint(
            "Set AZURE_STORAGE_ACCOUNT, or write it as"
                + " abfss://container@account.dfs.core.windows.net/folder.");
  }

  /// A connection string says all; else a key, a signature, or whoever Azure takes this program
  /// for.
  ///
  /// @throws com.azure.core.exception.ClientAuthenticationException when nobody knows who asks
  BlobContainerClient client() {
    BlobContainerClientBuilder builder = patient();
    String connection = first(null, variables.get("AZURE_STORAGE_CONNECTION_STRING"));
    if (connection != null) {
      return withConnection(builder, connection);
    }
    if (endpoint == null || account == null) {
      throw unknownAccount();
    }
    builder.endpoint(endpoint);
    String key = first(null, variables.get("AZURE_STORAGE_KEY"));
    if (key != null) {
      return builder.credential(new StorageSharedKeyCredential(account, key)).buildClient();
    }
    if (sas != null) {
      return builder.sasToken(sas).buildClient();
    }
    return builder.credential(AzureIdentity.known(variables)).buildClient();
  }

  private BlobContainerClientBuilder patient() {
    return new BlobContainerClientBuilder()
        .httpClient(
            new JdkHttpClientBuilder()
                .connectionTimeout(CONNECT)
                .readTimeout(SILENCE)
                .responseTimeout(SILENCE)
                .build())
        .retryOptions(
            new RequestRetryOptions(
                RetryPolicyType.EXPONENTIAL, ATTEMPTS, null, FIRST_WAIT, LONGEST_WAIT, null))
        .containerName(container);
  }

  private static BlobContainerClient withConnection(
      BlobContainerClientBuilder builder, String connection) {
    try {
      return builder.connectionString(connection).buildClient();
    } catch (IllegalArgumentException _) { // its message may show the key
      throw GodwitException.config(
              "storage.no-credentials", "AZURE_STORAGE_CONNECTION_STRING is no connection string.")
          .hint("Copy it anew from the access keys of the storage account.");
    }
  }
}
