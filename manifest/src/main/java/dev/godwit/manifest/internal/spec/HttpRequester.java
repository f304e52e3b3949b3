package dev.godwit.manifest.internal.spec;

import static dev.godwit.manifest.internal.spec.Variable.CONFIG;
import static dev.godwit.manifest.internal.spec.Variable.CREATION_RESPONSE;
import static dev.godwit.manifest.internal.spec.Variable.DOWNLOAD_TARGET;
import static dev.godwit.manifest.internal.spec.Variable.NEXT_PAGE_TOKEN;
import static dev.godwit.manifest.internal.spec.Variable.POLLING_RESPONSE;
import static dev.godwit.manifest.internal.spec.Variable.STREAM_INTERVAL;
import static dev.godwit.manifest.internal.spec.Variable.STREAM_PARTITION;
import static dev.godwit.manifest.internal.spec.Variable.STREAM_SLICE;

import dev.godwit.manifest.internal.spec.PropertyListSpec.PropertiesFromEndpoint;
import org.jspecify.annotations.Nullable;

/// An HTTP request and what its answers mean.
///
/// @param requestParameters query parameters; values are templates or the properties to ask for
/// @param requestBodyJson a template of a JSON text, or a JSON object with templates in it
/// @param useCache whether answers are kept for the length of the run
public record HttpRequester(
    Origin origin,
    @Superseded(by = "url")
        @Scope({
          CONFIG,
          NEXT_PAGE_TOKEN,
          STREAM_INTERVAL,
          STREAM_PARTITION,
          STREAM_SLICE,
          CREATION_RESPONSE,
          POLLING_RESPONSE,
          DOWNLOAD_TARGET
        })
        @Nullable String urlBase,
    @Scope({
          CONFIG,
          NEXT_PAGE_TOKEN,
          STREAM_INTERVAL,
          STREAM_PARTITION,
          STREAM_SLICE,
          CREATION_RESPONSE,
          POLLING_RESPONSE,
          DOWNLOAD_TARGET
        })
        @Nullable String url,
    @Superseded(by = "url")
        @Scope({
          CONFIG,
          NEXT_PAGE_TOKEN,
          STREAM_INTERVAL,
          STREAM_PARTITION,
          STREAM_SLICE,
          CREATION_RESPONSE,
          POLLING_RESPONSE,
          DOWNLOAD_TARGET
        })
        @Nullable String path,
    @Default("GET") HttpMethod httpMethod,
    @Nullable AuthenticatorSpec authenticator,
    @Superseded(by = "query_properties")
        @Nullable PropertiesFromEndpoint fetchPropertiesFromEndpoint,
    @Nullable QueryProperties queryProperties,
    @Scope({NEXT_PAGE_TOKEN, STREAM_INTERVAL, STREAM_PARTITION, STREAM_SLICE})
        @Nullable TextOrMap<RequestParameterSpec> requestParameters,
    @Scope({NEXT_PAGE_TOKEN, STREAM_INTERVAL, STREAM_PARTITION, STREAM_SLICE})
        @Nullable TextOrMap<String> requestHeaders,
    @Superseded(by = "request_body")
        @Scope({NEXT_PAGE_TOKEN, STREAM_INTERVAL, STREAM_PARTITION, STREAM_SLICE})
        @Nullable TextOrMap<String> requestBodyData,
    @Superseded(by = "request_body")
        @Scope({NEXT_PAGE_TOKEN, STREAM_INTERVAL, STREAM_PARTITION, STREAM_SLICE})
        @Nullable TextOrMap<@Nullable Object> requestBodyJson,
    @Scope({NEXT_PAGE_TOKEN, STREAM_INTERVAL, STREAM_PARTITION, STREAM_SLICE})
        @Nullable RequestBodySpec requestBody,
    @Nullable ErrorHandlerSpec errorHandler,
    @Default("false") boolean useCache,
    @Nullable Double connectTimeoutInSeconds,
    @Nullable Double readTimeoutInSeconds,
    @Default("false") boolean useTcpKeepalive)
    implements RequesterSpec {}
