package dev.godwit.storage.azure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.godwit.core.error.ErrorKind;
import dev.godwit.core.error.GodwitException;
import dev.godwit.storage.Storage;
import dev.godwit.storage.Storages;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AzureIdentityTest {
  private static final String PLACE = "abfss://shop-data@godwit.dfs.core.windows.net/shop";

  @Test
  void withoutAnyIdentityTheHintSaysWhereItIsLookedFor() {
    GodwitException refused = failure(Map.of("AZURE_TOKEN_CREDENTIALS", "EnvironmentCredential"));

    assertThat(refused.code()).isEqualTo("storage.no-credentials");
    assertThat(refused.kind()).isEqualTo(ErrorKind.CONFIG);
    assertThat(refused.hint()).contains("AZURE_STORAGE_KEY").contains("az login");
  }

  @Test
  void aServicePrincipalOfTheEnvironmentIsTakenToItsAuthority() {
    GodwitException refused =
        failure(
            Map.of(
                "AZURE_TOKEN_CREDENTIALS", "EnvironmentCredential",
                "AZURE_TENANT_ID", "11111111-2222-3333-4444-555555555555",
                "AZURE_CLIENT_ID", "shop",
                "AZURE_CLIENT_SECRET", "pa55",
                "AZURE_AUTHORITY_HOST", "https://127.0.0.1:1/"));

    assertThat(refused.code()).isEqualTo("storage.unreachable");
    assertThat(refused.describe()).doesNotContain("pa55");
  }

  private static GodwitException failure(Map<String, String> variables) {
    return catchThrowableOfType(
        GodwitException.class,
        () -> {
          try (Storage storage = Storages.open(PLACE, variables)) {
            storage.check();
          }
        });
  }
}
