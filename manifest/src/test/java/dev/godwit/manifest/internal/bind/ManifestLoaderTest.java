package dev.godwit.manifest.internal.bind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.godwit.core.error.GodwitException;
import dev.godwit.manifest.internal.spec.AuthenticatorSpec.SelectiveAuthenticator;
import dev.godwit.manifest.internal.spec.ComponentsResolverSpec.ConfigComponentsResolver;
import dev.godwit.manifest.internal.spec.ContentDecoderSpec.GzipDecoder;
import dev.godwit.manifest.internal.spec.ContentDecoderSpec.JsonDecoder;
import dev.godwit.manifest.internal.spec.DatetimeBasedCursor;
import dev.godwit.manifest.internal.spec.DeclarativeSource;
import dev.godwit.manifest.internal.spec.DeclarativeStream;
import dev.godwit.manifest.internal.spec.ErrorHandlerSpec.CompositeErrorHandler;
import dev.godwit.manifest.internal.spec.ErrorHandlerSpec.CustomErrorHandler;
import dev.godwit.manifest.internal.spec.ErrorHandlerSpec.DefaultErrorHandler;
import dev.godwit.manifest.internal.spec.HttpMethod;
import dev.godwit.manifest.internal.spec.HttpRequester;
import dev.godwit.manifest.internal.spec.JwtAuthenticator;
import dev.godwit.manifest.internal.spec.OAuthAuthenticator;
import dev.godwit.manifest.internal.spec.PaginationStrategySpec.CursorPagination;
import dev.godwit.manifest.internal.spec.PaginatorSpec.DefaultPaginator;
import dev.godwit.manifest.internal.spec.PartitionRouterSpec.CartesianProduct;
import dev.godwit.manifest.internal.spec.PartitionSourceSpec.ListPartitionRouter;
import dev.godwit.manifest.internal.spec.PrimaryKey;
import dev.godwit.manifest.internal.spec.QueryProperties;
import dev.godwit.manifest.internal.spec.RequestParameterSpec.TextParameter;
import dev.godwit.manifest.internal.spec.SchemaNormalizationSpec.SchemaNormalization;
import dev.godwit.manifest.internal.spec.SimpleRetriever;
import dev.godwit.manifest.internal.spec.TextOrList;
import dev.godwit.manifest.internal.spec.TextOrMap;
import dev.godwit.manifest.internal.spec.TransformationSpec.KeysReplace;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ManifestLoaderTest {
  private final Bound<DeclarativeSource> bound =
      ManifestLoader.load("rich.yaml", RichManifest.TEXT);
  private final DeclarativeStream users = (DeclarativeStream) bound.value().streams().getFirst();
  private final SimpleRetriever retriever = (SimpleRetriever) users.retriever();
  private final HttpRequester requester = (HttpRequester) retriever.requester();

  @Test
  void everyFieldOfARichManifestIsKnown() {
    assertThat(bound.unknownFields()).isEmpty();
  }

  @Test
  void leftOutFieldsHaveTheirDefaults() {
    assertThat(requester.useCache()).isFalse();
    assertThat(users.stateMigrations()).isEmpty();
    assertThat(requester.url()).isNull();
    SelectiveAuthenticator choice =
        (SelectiveAuthenticator) Objects.requireNonNull(requester.authenticator());
    OAuthAuthenticator oauth =
        (OAuthAuthenticator) Objects.requireNonNull(choice.authenticators().get("oauth"));
    assertThat(oauth.grantType()).isEqualTo("refresh_token");
    assertThat(Objects.requireNonNull(oauth.refreshTokenUpdater()).refreshTokenConfigPath())
        .containsExactly("credentials", "refresh_token");
  }

  @Test
  void constantsAreFoundByTheTextThatManifestsWrite() {
    SelectiveAuthenticator choice =
        (SelectiveAuthenticator) Objects.requireNonNull(requester.authenticator());
    JwtAuthenticator jwt =
        (JwtAuthenticator) Objects.requireNonNull(choice.authenticators().get("jwt"));
    assertThat(jwt.algorithm()).isEqualTo(JwtAuthenticator.JwtAlgorithm.EDDSA);
    assertThat(requester.httpMethod()).isEqualTo(HttpMethod.POST);
    assertThat(retriever.recordSelector().schemaNormalization())
        .isEqualTo(SchemaNormalization.DEFAULT);
  }

  @Test
  void parametersAndPlacesComeWithEveryComponent() {
    DefaultPaginator paginator = (DefaultPaginator) Objects.requireNonNull(retriever.paginator());
    assertThat(paginator.origin().path()).isEqualTo("streams[0].retriever.paginator");
    assertThat(paginator.origin().parameters()).isEqualTo(Map.of("path", "users"));
    assertThat(paginator.origin().place("page_token_option"))
        .hasToString("rich.yaml:44:28, streams[0].retriever.paginator.page_token_option");
    assertThat(paginator.origin().place("absent").line()).isEqualTo(42);
  }

  @Test
  void numbersAndTextsStayWhatTheyAreWhereBothMayStand() {
    DefaultPaginator paginator = (DefaultPaginator) Objects.requireNonNull(retriever.paginator());
    assertThat(((CursorPagination) paginator.paginationStrategy()).pageSize()).isEqualTo(100L);
    assertThat(Objects.requireNonNull(bound.value().concurrencyLevel()).defaultConcurrency())
        .isEqualTo("{{ config['n'] or 2 }}");
  }

  @Test
  void digitsBecomeANumberWhereANumberIsTriedFirst() {
    CompositeErrorHandler handlers =
        (CompositeErrorHandler) Objects.requireNonNull(requester.errorHandler());
    DefaultErrorHandler first = (DefaultErrorHandler) handlers.errorHandlers().getFirst();
    assertThat(first.maxRetries()).isEqualTo(7L);
    assertThat(first.backoffStrategies()).hasSize(2);
    assertThat(first.responseFilters().getFirst().httpCodes()).containsExactly(429, 503);
  }

  @Test
  void customComponentsKeepTheirOtherFieldsInTheirNode() {
    CompositeErrorHandler handlers =
        (CompositeErrorHandler) Objects.requireNonNull(requester.errorHandler());
    CustomErrorHandler custom = (CustomErrorHandler) handlers.errorHandlers().getLast();
    assertThat(custom.className()).isEqualTo("a.Handler");
    assertThat(custom.origin().node().plain()).containsEntry("limit", 3L);
  }

  @Test
  void requestParametersAreTextsOrProperties() {
    TextOrMap.Entries<?> parameters =
        (TextOrMap.Entries<?>) Objects.requireNonNull(requester.requestParameters());
    assertThat(((TextParameter) Objects.requireNonNull(parameters.values().get("limit"))).value())
        .isEqualTo("5");
    assertThat(((TextParameter) Objects.requireNonNull(parameters.values().get("active"))).value())
        .isEqualTo("True");
    assertThat(parameters.values().get("fields")).isInstanceOf(QueryProperties.class);
  }

  @Test
  void aTextMayStandForAComponent() {
    DatetimeBasedCursor cursor =
        (DatetimeBasedCursor) Objects.requireNonNull(users.incrementalSync());
    assertThat(cursor.startDatetime().datetime()).isEqualTo("{{ config['start'] }}");
    assertThat(Objects.requireNonNull(cursor.endDatetime()).datetimeFormat()).isEqualTo("%s");
  }

  @Test
  void aListMayStandForAComponentAndAnEmptyOneForNone() {
    CartesianProduct product =
        (CartesianProduct) Objects.requireNonNull(retriever.partitionRouter());
    assertThat(product.routers()).hasSize(2);
    ListPartitionRouter list = (ListPartitionRouter) product.routers().getFirst();
    assertThat(list.values()).isEqualTo(new TextOrList.Texts(List.of("a", "b")));
    DeclarativeStream orders = (DeclarativeStream) bound.value().streams().getLast();
    assertThat(orders.schemaLoader()).isNull();
  }

  @Test
  void aSingleElementMayStandForAList() {
    ConfigComponentsResolver resolver =
        (ConfigComponentsResolver) bound.value().dynamicStreams().getFirst().componentsResolver();
    assertThat(resolver.streamConfig().getFirst().configsPointer()).containsExactly("tables");
  }

  @Test
  void narrowFamiliesBelongToTheWiderOnes() {
    assertThat(((GzipDecoder) Objects.requireNonNull(retriever.decoder())).decoder())
        .isInstanceOf(JsonDecoder.class);
  }

  @Test
  void keysAreListsOfPathsAndReservedWordsHaveOtherNames() {
    assertThat(users.primaryKey()).isEqualTo(new PrimaryKey(List.of(List.of("id"))));
    assertThat(((KeysReplace) users.transformations().getLast()).replacement()).isEqualTo("_");
  }

  @Test
  void freeObjectsBecomePlainValues() {
    assertThat(Objects.requireNonNull(bound.value().spec()).connectionSpecification())
        .hasToString("{type=object, properties={start={type=string, default=2024-01-02}}}");
  }

  @Test
  void jsonManifestsLoadToo() {
    String json = "{\"version\": \"1\", \"check\": {\"stream_names\": []}, \"streams\": []}";
    assertThat(ManifestLoader.load("m.json", json).value().streams()).isEmpty();
  }

  @Test
  void fieldsThatNoComponentHasAreCollected() {
    String text = RichManifest.TEXT.replace("http_method: POST", "htp_method: POST");
    List<UnknownField> unknown = ManifestLoader.load("m.yaml", text).unknownFields();
    assertThat(unknown.getFirst().place())
        .hasToString("m.yaml:8:17, streams[0].retriever.requester.htp_method");
    assertThat(unknown.getFirst().meant()).isEqualTo("http_method");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "type: CursorPagination|type: Cursor|manifest.unknown-type|type: Cursor,"
            + "|streams[0].retriever.paginator.pagination_strategy",
        "type: InlineSchemaLoader|type: RecordFilter|manifest.unknown-type|type: RecordFilter"
            + "|streams[0].schema_loader",
        "type: InlineSchemaLoader|type: 5|manifest.wrong-type|type:"
            + " 5|streams[0].schema_loader.type",
        "{type: RequestPath}|{}|manifest.missing-field|page_token_option: {}"
            + "|streams[0].retriever.paginator.page_token_option",
        "cursor_field: updated_at|cursor_field:|manifest.missing-field|type: DatetimeBasedCursor"
            + "|streams[0].incremental_sync",
        "name: users|name: [users]|manifest.wrong-type|name: [users]|streams[0].name",
        "http_method: POST|http_method: PUT|manifest.unknown-value|http_method: PUT"
            + "|streams[0].retriever.requester.http_method",
        "group_size: 5|group_size: five|manifest.wrong-type|group_size: five"
            + "|streams[0].retriever.partition_router[1].group_size",
        "primary_key: id|primary_key: {a: b}|manifest.wrong-type|primary_key:"
            + " {|streams[0].primary_key",
        "[[secret], [a, b]]|[secret]|manifest.wrong-type|[secret]"
            + "|streams[0].transformations[1].field_pointers[0]",
        "version: 6.1.0|other: 1|manifest.missing-field|other: 1|"
      })
  void misfitsSayWhatWhereAndInWhichField(
      String right, String wrong, String code, String line, String path) {
    String text = RichManifest.TEXT.replace(right, wrong);
    GodwitException error = refusal(text);
    assertThat(error.code()).isEqualTo(code);
    assertThat(error.place().path()).isEqualTo(path);
    assertThat(text.lines().toList().get(error.place().line() - 1)).contains(line);
  }

  @Test
  void unknownTypesComeWithTheKnownOnesAndTheNearest() {
    GodwitException error =
        refusal(RichManifest.TEXT.replace("type: CursorPagination", "type: CursorPaginaton"));
    assertThat(error.message())
        .isEqualTo(
            "unknown type 'CursorPaginaton', expected one of CursorPagination,"
                + " CustomPaginationStrategy, OffsetIncrement, PageIncrement");
    assertThat(error.hint()).isEqualTo("Did you mean CursorPagination?");
  }

  @Test
  void valuesNeverAppearInMessages() {
    String text = RichManifest.TEXT.replace("group_size: 5", "group_size: hunter2");
    assertThat(refusal(text).describe()).doesNotContain("hunter2");
  }

  @ParameterizedTest
  @CsvSource({"5", "text", "[1, 2]", "''", "'type: DeclarativeSource'", "'$ref: 5'"})
  void whatIsNoManifestIsRefused(String text) {
    assertThat(refusal(text).place().file()).isEqualTo("m.yaml");
  }

  private static GodwitException refusal(String text) {
    return Objects.requireNonNull(
        catchThrowableOfType(GodwitException.class, () -> ManifestLoader.load("m.yaml", text)));
  }
}
