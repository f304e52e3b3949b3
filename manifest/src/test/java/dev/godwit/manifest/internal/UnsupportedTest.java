package dev.godwit.manifest.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.godwit.core.error.ErrorKind;
import dev.godwit.core.error.GodwitException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What cannot be run yet is refused by its name and line, and before any request. One case a
/// family.
class UnsupportedTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "CustomAuthenticator     | requester | authenticator: {type: CustomAuthenticator,"
            + " class_name: a.B}",
        "CustomErrorHandler      | requester | error_handler: {type: CustomErrorHandler,"
            + " class_name: a.B}",
        "CustomBackoffStrategy   | requester | error_handler: {type: DefaultErrorHandler,"
            + " backoff_strategies: [{type: CustomBackoffStrategy, class_name: a.B}]}",
        "CustomRecordExtractor   | selector  | extractor: {type: CustomRecordExtractor, class_name:"
            + " a.B}",
        "CustomRecordFilter      | filter    | record_filter: {type: CustomRecordFilter,"
            + " class_name: a.B}",
        "CustomPaginationStrategy | retriever | paginator: {type: DefaultPaginator,"
            + " pagination_strategy: {type: CustomPaginationStrategy, class_name: a.B}}",
        "CustomPartitionRouter   | retriever | partition_router: {type: CustomPartitionRouter,"
            + " class_name: a.B}",
        "CustomTransformation    | stream    | transformations: [{type: CustomTransformation,"
            + " class_name: a.B}]",
      })
  void aComponentIsRefusedWithItsNameAndLine(String name, String part, String yaml) {
    try (Api api = Api.answering(asked -> Answered.json("[]"))) {
      Reading reading = with(new Reading(api), part, yaml);
      assertThatThrownBy(reading::read)
          .isInstanceOfSatisfying(
              GodwitException.class,
              error -> {
                assertThat(error.kind()).isEqualTo(ErrorKind.CONFIG);
                assertThat(error.code()).isEqualTo("manifest.unsupported");
                assertThat(error.message()).isEqualTo(name + " is not supported yet.");
                assertThat(lineOf(error, reading)).contains(name);
              });
      assertThat(api.asked()).isEmpty();
    }
  }

  private static Reading with(Reading reading, String part, String yaml) {
    return switch (part) {
      case "requester" -> reading.requester(yaml);
      case "selector" -> reading.selector(yaml);
      case "filter" ->
          reading.selector("extractor: {type: DpathExtractor, field_path: []}\n" + yaml);
      case "retriever" -> reading.retriever(yaml);
      case "stream" -> reading.stream(yaml);
      default -> throw new IllegalArgumentException(part);
    };
  }

  private static String lineOf(GodwitException error, Reading reading) {
    assertThat(error.place().file()).isEqualTo("items.yaml");
    return reading.manifest().lines().toList().get(error.place().line() - 1);
  }
}
