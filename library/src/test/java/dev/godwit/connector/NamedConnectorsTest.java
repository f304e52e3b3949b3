package dev.godwit.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.godwit.core.Surroundings;
import dev.godwit.core.catalog.WriteMode;
import dev.godwit.core.error.GodwitException;
import dev.godwit.core.json.JsonParser;
import dev.godwit.core.log.Log;
import dev.godwit.core.time.Sleeper;
import dev.godwit.protocol.DestinationConnector;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class NamedConnectorsTest {
  @TempDir private Path folder;

  private final List<String> warnings = new ArrayList<>();

  private Surroundings surroundings() {
    return new Surroundings(
        Clock.systemUTC(),
        Sleeper.real(),
        Map.of(),
        (level, text) -> {
          if (level == Log.Level.WARN) {
            warnings.add(text);
          }
        });
  }

  private Address address(String name, String config) {
    Fields fields = Fields.of(object(config));
    return switch (name) {
      case "duckdb" -> DuckDbConfig.read(fields, surroundings());
      case "postgres" -> PostgresConfig.read(fields, surroundings());
      default -> FilesConfig.read(fields, surroundings());
    };
  }

  private static Map<String, @Nullable Object> object(String json) {
    Map<String, @Nullable Object> object = new HashMap<>();
    ((Map<?, ?>) JsonParser.STRICT.parse(json.replace('\'', '"')))
        .forEach((key, value) -> object.put(String.valueOf(key), value));
    return object;
  }

  @ParameterizedTest
  @MethodSource("dev.godwit.connector.NamedConnectors#destinations")
  void eachDestinationSaysWhatItWants(String name) {
    DestinationConnector connector = NamedConnectors.destination(name);

    Map<String, @Nullable Object> schema = connector.spec().connectionSpecification();

    assertThat((List<?>) schema.get("required")).isNotEmpty();
    assertThat((Map<?, ?>) schema.get("properties"))
        .isNotEmpty()
        .allSatisfy((field, definition) ->
            assertThat(((Map<?, ?>) definition).get("description"))
                .as("%s", field)
                .isInstanceOf(String.class));
  }

  @Test
  void modesAreThoseOfTheDestination() {
    for (String name : NamedConnectors.destinations()) {
      DestinationConnector connector = NamedConnectors.destination(name);
      String config =
          """
          {'destination_path': 'x.duckdb', 'format': 'csv', 'path': '%s',
           'host': 'h', 'port': 1, 'username': 'u', 'database': 'd'}\
          """
              .formatted(folder);
      try (DestinationConnector.Target target = connector.open(object(config), surroundings())) {
        assertThat(target.destination().writeModes())
            .as(name)
            .isEqualTo(connector.writeModes())
            .contains(WriteMode.APPEND);
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          {'destination_path': '/local/x.duckdb'}                     | duckdb:/local/x.duckdb |
          {'destination_path': 'x', 'schema': 'main'}                 | duckdb:x               |
          {'destination_path': 'x', 'schema': 'shop'}                 | duckdb:x               | shop
          {'destination_path': 'md:lake', 'motherduck_api_key': null} | duckdb:md:lake         |
          """)
  void aDatabaseOfDuckDbIsNamedByItsPath(String config, String uri, @Nullable String namespace) {
    Address address = address("duckdb", config);

    assertThat(address.uri()).isEqualTo(uri);
    assertThat(address.namespace()).isEqualTo(namespace);
    assertThat(address.variables()).containsExactly(Map.entry("GODWIT_DUCKDB_STORAGE", "v1.4.0"));
  }

  @Test
  void secretsAreNoPartOfAnAddress() {
    Address lake =
        address("duckdb", "{'destination_path': 'md:lake', 'motherduck_api_key': 'token'}");
    Address server =
        address(
            "postgres", "{'host': 'h', 'username': 'u', 'database': 'd', 'password': 'secret'}");
    Address bucket =
        address(
            "files",
            "{'format': 'csv', 'path': 's3://b', 'credentials': {'AWS_SECRET_ACCESS_KEY': 'k'}}");

    assertThat(lake.variables()).containsEntry("MOTHERDUCK_TOKEN", "token");
    assertThat(server.variables()).containsEntry("PGPASSWORD", "secret");
    assertThat(bucket.variables()).containsEntry("AWS_SECRET_ACCESS_KEY", "k");
    assertThat(List.of(lake.uri(), server.uri(), bucket.uri()))
        .containsExactly("duckdb:md:lake", "postgresql://u@h:5432/d?schema=public", "csv:s3://b");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          'schema': 'my shop'                                   | ann%40x@h:5432/d?schema=my%20shop
          'ssl': true                                           | ann%40x@h:5432/d?schema=public&sslmode=require
          'ssl': false, 'tunnel_method': {'tunnel_method': 'NO_TUNNEL'} | ann%40x@h:5432/d?schema=public
          'ssl_mode': {'mode': 'disable'}                       | ann%40x@h:5432/d?schema=public&sslmode=disable
          """)
  void aServerIsNamedByHostUserAndDatabase(String more, String uri) {
    Address address =
        address(
            "postgres",
            "{'host': 'h', 'port': 5432, 'username': 'ann@x', 'database': 'd', " + more + "}");

    assertThat(address.uri()).isEqualTo("postgresql://" + uri);
    assertThat(warnings).isEmpty();
  }

  @Test
  void certificatesLieInFilesUntilTheDestinationIsClosed() {
    Address address =
        address(
            "postgres",
            "{'host': '::1', 'username': 'u', 'database': 'd',"
                + " 'ssl_mode': {'mode': 'verify-ca', 'ca_certificate': 'PEM'}}");

    Path file = Path.of(address.uri().replaceFirst(".*sslrootcert=", "").replace("%2F", "/"));
    assertThat(address.uri()).startsWith("postgresql://u@[::1]:5432/d?");
    assertThat(file).hasContent("PEM");
    assertThat(file.toFile().canRead()).isTrue();
    address.afterwards().run();
    assertThat(Files.exists(file)).isFalse();
  }

  @Test
  void whatHasNoMeaningIsSaid() {
    address(
        "postgres",
        "{'host': 'h', 'username': 'u', 'database': 'd', 'raw_data_schema': 'raw',"
            + " 'drop_cascade': false}");

    assertThat(warnings).singleElement().asString().contains("raw_data_schema");
  }

  @Test
  void optionsOfFilesJoinThoseOfTheBucket() {
    Address address =
        address(
            "files",
            "{'format': 'parquet', 'path': 's3://lake/shop?region=x', 'partition': 'at:day',"
                + " 'file_size': '1MB'}");

    assertThat(address.uri())
        .isEqualTo("parquet:s3://lake/shop?region=x&file_size=1MB&partition=at%3Aday");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          duckdb   | {}                                       | destination_path is needed
          duckdb   | {'destination_path': ''}                 | destination_path is needed
          duckdb   | {'destination_path': 5}                  | destination_path is a text
          postgres | {'host': 'h', 'username': 'u'}           | database is needed
          postgres | {'host': 'h', 'username': 'u', 'database': 'd', 'port': '5'} | port is a whole number
          postgres | {'ssl_mode': 'require'}                  | ssl_mode is an object
          postgres | {'ssl_mode': {'client_key_password': 'x'}} | ssl_mode.client_key_password can't be used
          postgres | {'tunnel_method': {'tunnel_method': 'SSH_KEY_AUTH'}} | tunnel_method.tunnel_method is NO_TUNNEL
          files    | {'format': 'xls', 'path': 'p'}           | format is one of parquet
          files    | {'format': 'jsonl', 'path': '-'}         | the output belongs to messages
          """)
  void whatIsWrongIsNamed(String name, String config, String problem) {
    assertThatThrownBy(() -> address(name, config))
        .isInstanceOfSatisfying(
            GodwitException.class, error -> assertThat(error.code()).isEqualTo("config.invalid"))
        .hasMessageContaining(problem);
  }

  @Test
  void namesThatNobodyKnowsAreRefused() {
    assertThatThrownBy(() -> NamedConnectors.destination("destination-duckbd"))
        .isInstanceOfSatisfying(
            GodwitException.class, error -> assertThat(error.code()).isEqualTo("connector.unknown"))
        .hasMessageContaining("did you mean destination-duckdb?");
    assertThatThrownBy(() -> NamedConnectors.source("shop.yaml", folder))
        .isInstanceOfSatisfying(
            GodwitException.class,
            error -> assertThat(error.code()).isEqualTo("connector.unknown"));
  }
}
