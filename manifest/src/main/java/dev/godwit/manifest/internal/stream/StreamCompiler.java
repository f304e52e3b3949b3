package dev.godwit.manifest.internal.stream;

import dev.godwit.core.Slice;
import dev.godwit.core.StreamReader;
import dev.godwit.core.Surroundings;
import dev.godwit.core.catalog.Stream;
import dev.godwit.core.error.GodwitException;
import dev.godwit.manifest.internal.Unsupported;
import dev.godwit.manifest.internal.custom.CustomParts;
import dev.godwit.manifest.internal.decode.Decoder;
import dev.godwit.manifest.internal.decode.DecoderCompiler;
import dev.godwit.manifest.internal.job.JobCompiler;
import dev.godwit.manifest.internal.path.TreePath;
import dev.godwit.manifest.internal.property.PropertyNames;
import dev.godwit.manifest.internal.python.Repr;
import dev.godwit.manifest.internal.record.RestOfList;
import dev.godwit.manifest.internal.record.RowSelector;
import dev.godwit.manifest.internal.record.SelectorCompiler;
import dev.godwit.manifest.internal.record.StreamSchema;
import dev.godwit.manifest.internal.request.Meter;
import dev.godwit.manifest.internal.request.Requester;
import dev.godwit.manifest.internal.request.RequesterCompiler;
import dev.godwit.manifest.internal.slice.CountRules;
import dev.godwit.manifest.internal.slice.CursorCompiler;
import dev.godwit.manifest.internal.slice.CursorRules;
import dev.godwit.manifest.internal.slice.MigrationCompiler;
import dev.godwit.manifest.internal.slice.Router;
import dev.godwit.manifest.internal.slice.Stretch;
import dev.godwit.manifest.internal.spec.AsyncRetriever;
import dev.godwit.manifest.internal.spec.DatetimeBasedCursor;
import dev.godwit.manifest.internal.spec.DeclarativeStream;
import dev.godwit.manifest.internal.spec.DeclarativeStream.FileUploader;
import dev.godwit.manifest.internal.spec.DecoderSpec;
import dev.godwit.manifest.internal.spec.FieldExtractorSpec.CustomRecordExtractor;
import dev.godwit.manifest.internal.spec.IncrementalSyncSpec;
import dev.godwit.manifest.internal.spec.Origin;
import dev.godwit.manifest.internal.spec.PartitionRouterSpec;
import dev.godwit.manifest.internal.spec.PartitionRouterSpec.GroupingPartitionRouter;
import dev.godwit.manifest.internal.spec.PropertyListSpec.PropertiesFromEndpoint;
import dev.godwit.manifest.internal.spec.RecordSelector;
import dev.godwit.manifest.internal.spec.RetrieverSpec;
import dev.godwit.manifest.internal.spec.SimpleRetriever;
import dev.godwit.manifest.internal.spec.StreamTemplateSpec;
import dev.godwit.manifest.internal.spec.StreamTemplateSpec.StateDelegatingStream;
import dev.godwit.manifest.internal.spec.SynchronousRetrieverSpec;
import dev.godwit.manifest.internal.spec.SynchronousRetrieverSpec.CustomRetriever;
import dev.godwit.manifest.internal.template.InterpolatedString;
import dev.godwit.manifest.internal.template.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Makes streams out of their descriptions.
final class StreamCompiler {
  private final Scope scope;
  private final Surroundings surroundings;
  private final CustomParts customParts;
  private final @Nullable Ahead ahead;
  private final RequesterCompiler requesters;
  private final JobCompiler jobs;
  private final CursorCompiler cursors;
  private final RouterCompiler routers;
  private final SchemaCompiler schemas;
  private final StreamDescriptions descriptions;
  private final Predicate<String> isParent;

  /// @param customParts runs what classes outside of the manifest implement
  /// @param ahead null where pages are asked for one after the other
  /// @param isParent whether other streams read the stream of a name, whose answers are then kept
  StreamCompiler(
      Scope scope,
      Surroundings surroundings,
      CustomParts customParts,
      @Nullable Ahead ahead,
      RequesterCompiler requesters,
      JobCompiler jobs,
      Predicate<String> isParent) {
    this.scope = scope;
    this.surroundings = surroundings;
    this.customParts = customParts;
    this.ahead = ahead;
    this.requesters = requesters;
    this.jobs = jobs;
    this.isParent = isParent;
    this.cursors = new CursorCompiler(scope);
    this.routers = new RouterCompiler(scope, this);
    this.schemas = new SchemaCompiler(scope, this);
    this.descriptions = new StreamDescriptions(scope, schemas, customParts);
  }

  /// What a stream looks like, which does not need all of it to be supported. Of a pair, the one
  /// that is read first counts.
  Stream describe(StreamTemplateSpec spec) {
    return switch (spec) {
      case DeclarativeStream stream -> descriptions.describe(stream);
      case StateDelegatingStream pair -> descriptions.describe(pair.fullRefreshStream());
    };
  }

  /// Looks whether all components of a stream may be run that classes implement.
  ///
  /// @throws GodwitException CONFIG when one may not
  void requireAllowed(StreamTemplateSpec stream) {
    customParts.requireAllowed(stream.origin());
  }

  ReadableStream compile(StreamTemplateSpec spec, Role role, Chosen chosen) {
    return switch (spec) {
      case DeclarativeStream stream -> compile(stream, role, chosen);
      case StateDelegatingStream pair -> pair(pair, role, chosen);
    };
  }

  /// Reads all rows of a retriever that belongs to no stream.
  void readRows(
      RetrieverSpec retriever, String name, BiConsumer<Slice, Map<String, @Nullable Object>> each)
      throws InterruptedException {
    readRows(retriever, name, new Meter(), each);
  }

  private void readRows(
      RetrieverSpec retriever,
      String name,
      Meter meter,
      BiConsumer<Slice, Map<String, @Nullable Object>> each)
      throws InterruptedException {
    try (StreamReader reader =
        compile(nameless(retriever, name), Role.TEMPLATE, Chosen.NOTHING).read(Map.of(), meter)) {
      AllRows.of(reader, each);
    }
  }

  /// The first row of a retriever that belongs to no stream; null where it has none.
  @Nullable Map<String, @Nullable Object> firstRow(
      RetrieverSpec retriever, String name, Meter meter) throws InterruptedException {
    try (StreamReader reader =
        compile(nameless(retriever, name), Role.PARENT, Chosen.NOTHING).read(Map.of(), meter)) {
      return AllRows.first(reader);
    }
  }

  private static DeclarativeStream nameless(RetrieverSpec retriever, String name) {
    return new DeclarativeStream(
        Origin.NONE, name, retriever, null, null, null, List.of(), List.of(), null);
  }

  /// What fetches the lists of which rows hold only the beginning.
  private RestOfList wholeList(SynchronousRetrieverSpec spec) {
    DeclarativeStream stream = nameless(spec, WholeLists.NAME);
    return switch (spec) {
      case SimpleRetriever simple ->
          new WholeLists(retriever(stream, simple, null, Role.ANCESTOR, Chosen.NOTHING));
      case CustomRetriever other -> throw Unsupported.component(other);
    };
  }

  private DelegatingStream pair(StateDelegatingStream spec, Role role, Chosen chosen) {
    DeclarativeStream whole = spec.fullRefreshStream();
    DeclarativeStream changes = spec.incrementalStream();
    if (!whole.name().equals(spec.name()) || !changes.name().equals(spec.name())) {
      throw GodwitException.config(
              "manifest.delegating-stream",
              "The two streams of '" + spec.name() + "' must have its name.")
          .at(spec.origin().place());
    }
    return new DelegatingStream(
        StreamDescriptions.name(whole, role),
        () -> compile(whole, role.ofPair(), chosen),
        () -> compile(changes, role.ofPair(), chosen),
        cursors.retention(spec),
        scope);
  }

  private ManifestStream compile(DeclarativeStream spec, Role role, Chosen chosen) {
    return customParts.within(spec.origin(), () -> parts(spec, role, chosen));
  }

  private ManifestStream parts(DeclarativeStream spec, Role role, Chosen chosen) {
    StreamDescriptions.requireFlatKey(spec);
    IncrementalSyncSpec cursor = spec.incrementalSync();
    CursorRules rules =
        Stretch.of(
            chosen.range(), cursor == null ? null : cursors.compile(cursor, chosen.cursor()));
    PartitionRouterSpec router = DeclaredRouter.of(spec.retriever());
    if (rules instanceof CountRules && router != null) {
      throw GodwitException.config(
              "manifest.count-partitions",
              "IncrementingCountCursor does not work with a partition_router.")
          .at(spec.origin().place("incremental_sync"));
    }
    return new ManifestStream(
        StreamDescriptions.name(spec, role),
        retrieval(spec, rules, role, chosen),
        rules,
        hasOneCursor(cursor, router),
        new MigrationCompiler(scope).compile(spec, router),
        surroundings.log());
  }

  /// A state for each group would be of no use: the next reading groups otherwise.
  private static boolean hasOneCursor(
      @Nullable IncrementalSyncSpec cursor, @Nullable PartitionRouterSpec router) {
    return router instanceof GroupingPartitionRouter
        || (cursor instanceof DatetimeBasedCursor datetime && datetime.globalSubstreamCursor());
  }

  private Retrieval retrieval(
      DeclarativeStream stream, @Nullable CursorRules rules, Role role, Chosen chosen) {
    return switch (stream.retriever()) {
      case SimpleRetriever simple -> retriever(stream, simple, rules, role, chosen);
      case AsyncRetriever async -> jobRetriever(stream, async, rules, role);
      case CustomRetriever custom ->
          new HostedRetriever(
              CustomParts.of(custom, custom.className()),
              schemas.compile(stream.schemaLoader()),
              router(DeclaredRouter.of(custom), role),
              rules,
              scope);
    };
  }

  private JobRetriever jobRetriever(
      DeclarativeStream stream, AsyncRetriever spec, @Nullable CursorRules rules, Role role) {
    StreamSchema schema = schemas.compile(stream.schemaLoader());
    return new JobRetriever(
        jobs.compile(spec, stream.name(), !role.isOfParent(), selectors()),
        router(spec.partitionRouter(), role),
        new Downloads(spec, scope, surroundings)
            .retriever(
                requesters.compile(spec.downloadRequester(), stream.name(), false),
                selector(stream, Downloads.selector(spec), schema),
                schema,
                rules),
        surroundings.log());
  }

  private @Nullable Router router(@Nullable PartitionRouterSpec spec, Role role) {
    return spec == null ? null : routers.compile(spec, role.ofParents());
  }

  private RowSelector selector(DeclarativeStream stream, RecordSelector spec, StreamSchema schema) {
    return selectors().compile(spec, use(stream, schema));
  }

  private SelectorCompiler selectors() {
    return new SelectorCompiler(scope, this::wholeList);
  }

  /// Extractors of classes decode by themselves, so the answer is left whole.
  private Decoder decoder(SimpleRetriever spec) {
    boolean decodes = spec.recordSelector().extractor() instanceof CustomRecordExtractor;
    DecoderSpec decoder = decodes ? null : spec.decoder();
    return new DecoderCompiler(surroundings.log()).compile(decoder);
  }

  private Retriever retriever(
      DeclarativeStream stream,
      SimpleRetriever spec,
      @Nullable CursorRules rules,
      Role role,
      Chosen chosen) {
    Decoder decoder = decoder(spec);
    UnfitParts.check(spec, decoder);
    EmbeddingChecks.check(stream, spec);
    StreamSchema schema = schemas.compile(stream.schemaLoader());
    Requester requester =
        requesters.compile(spec.requester(), stream.name(), isShared(stream, role));
    return new Retriever(
        decoder.wantsOpenBody() ? requester.streaming() : requester,
        new PagingCompiler(scope, surroundings, ahead)
            .compile(
                stream,
                spec,
                new PropertyCompiler(scope, this::listed, chosen).compile(spec.requester()),
                rules),
        decoder,
        selector(stream, spec.recordSelector(), schema),
        schema,
        router(spec.partitionRouter(), role),
        CursorOptions.of(stream.incrementalSync(), rules),
        spec.ignoreStreamSlicerParametersOnPaginatedRequests(),
        scope);
  }

  private SelectorCompiler.Use use(DeclarativeStream stream, StreamSchema schema) {
    DatetimeBasedCursor cursor =
        stream.incrementalSync() instanceof DatetimeBasedCursor datetime ? datetime : null;
    boolean comparesCursors =
        cursor != null && Boolean.TRUE.equals(cursor.isClientSideIncremental());
    FileUploader uploader = stream.fileUploader();
    return new SelectorCompiler.Use(
        stream.transformations(),
        schema,
        comparesCursors,
        cursor != null && comparesCursors && !Boolean.TRUE.equals(cursor.isDataFeed()),
        uploader == null
            ? null
            : new SelectorCompiler.Uploads(
                uploader,
                requesters.compile(uploader.requester(), "File Uploader", false),
                FilesFolder.of(surroundings.variables())));
  }

  private boolean isShared(DeclarativeStream stream, Role role) {
    return switch (role) {
      case STREAM, PAIRED -> isParent.test(stream.name());
      case PARENT, TEMPLATE -> true;
      case ANCESTOR -> false;
    };
  }

  /// Properties that the API lists, one in each row. A row without a name gives an empty list as
  /// text, as in the reference, which asks for them under a name of its own.
  private PropertyNames listed(PropertiesFromEndpoint spec) {
    List<@Nullable Object> steps = new ArrayList<>();
    for (String step : spec.propertyFieldPath()) {
      steps.add(InterpolatedString.of(step, spec.origin().parameters()).eval(scope));
    }
    TreePath path = TreePath.of(steps);
    return meter -> {
      List<String> names = new ArrayList<>();
      readRows(
          spec.retriever(),
          "dynamic_properties",
          meter,
          (slice, row) -> names.add(Repr.str(path.find(row, List.of()))));
      return names;
    };
  }
}
