package dev.godwit.manifest.internal.bind;

import static java.util.Map.entry;

import dev.godwit.manifest.internal.document.DefaultTypes;
import java.util.Map;

/// What an object without `type` is, by the component and the field that it stands in: the tables
/// of the reference engine. Some fields no record has: their types change the tree, and with it
/// what custom components and `$parameters` see.
final class SpecDefaults {
  static final DefaultTypes.Table TYPES =
      new DefaultTypes.Table(
          Map.ofEntries(
              entry("AddFields.fields", "AddedFieldDefinition"),
              entry("CompositeErrorHandler.error_handlers", "DefaultErrorHandler"),
              entry("ConfigComponentsResolver.components_mapping", "ComponentMappingDefinition"),
              entry("ConfigComponentsResolver.stream_config", "StreamConfig"),
              entry("CursorPagination.decoder", "JsonDecoder"),
              entry("CustomPartitionRouter.parent_stream_configs", "ParentStreamConfig"),
              entry("DatetimeBasedCursor.end_datetime", "MinMaxDatetime"),
              entry("DatetimeBasedCursor.end_time_option", "RequestOption"),
              entry("DatetimeBasedCursor.start_datetime", "MinMaxDatetime"),
              entry("DatetimeBasedCursor.start_time_option", "RequestOption"),
              entry("DeclarativeSource.check", "CheckStream"),
              entry("DeclarativeSource.spec", "Spec"),
              entry("DeclarativeSource.streams", "DeclarativeStream"),
              entry("DeclarativeStream.retriever", "SimpleRetriever"),
              entry("DeclarativeStream.schema_loader", "JsonFileSchemaLoader"),
              entry("DefaultErrorHandler.response_filters", "HttpResponseFilter"),
              entry("DefaultPaginator.decoder", "JsonDecoder"),
              entry("DefaultPaginator.page_size_option", "RequestOption"),
              entry("DpathExtractor.decoder", "JsonDecoder"),
              entry("DpathExtractor.record_expander", "RecordExpander"),
              entry("DynamicDeclarativeStream.components_resolver", "ConfigComponentResolver"),
              entry("DynamicDeclarativeStream.stream_template", "DeclarativeStream"),
              entry("DynamicSchemaLoader.retriever", "SimpleRetriever"),
              entry("HttpComponentsResolver.components_mapping", "ComponentMappingDefinition"),
              entry("HttpComponentsResolver.retriever", "SimpleRetriever"),
              entry("HttpRequester.error_handler", "DefaultErrorHandler"),
              entry("ListPartitionRouter.request_option", "RequestOption"),
              entry("ParentStreamConfig.request_option", "RequestOption"),
              entry("ParentStreamConfig.stream", "DeclarativeStream"),
              entry("RecordExpander.parent_fields", "ParentFieldPath"),
              entry("RecordSelector.extractor", "DpathExtractor"),
              entry("RecordSelector.record_filter", "RecordFilter"),
              entry("SchemaTypeIdentifier.types_map", "TypesMap"),
              entry("SimpleRetriever.paginator", "NoPagination"),
              entry("SimpleRetriever.record_selector", "RecordSelector"),
              entry("SimpleRetriever.requester", "HttpRequester"),
              entry("SubstreamPartitionRouter.parent_stream_configs", "ParentStreamConfig")),
          Map.ofEntries(
              entry("CompositeErrorHandler.backoff_strategies", "CustomBackoffStrategy"),
              entry("DeclarativeStream.retriever", "CustomRetriever"),
              entry("DeclarativeStream.transformations", "CustomTransformation"),
              entry("DefaultErrorHandler.backoff_strategies", "CustomBackoffStrategy"),
              entry("DefaultPaginator.pagination_strategy", "CustomPaginationStrategy"),
              entry("HttpRequester.authenticator", "CustomAuthenticator"),
              entry("HttpRequester.error_handler", "CustomErrorHandler"),
              entry("RecordSelector.extractor", "CustomRecordExtractor"),
              entry("SimpleRetriever.partition_router", "CustomPartitionRouter")));

  private SpecDefaults() {}
}
