package dev.godwit.manifest.internal.spec;

import java.util.Locale;

/// What a template can refer to by name.
public enum Variable implements WireValue {
  COMPONENTS_VALUES,
  CONFIG,
  CREATION_RESPONSE,
  DOWNLOAD_TARGET,
  HEADERS,
  LAST_PAGE_SIZE,
  LAST_RECORD,
  NEXT_PAGE_TOKEN,
  PAGE_SIZE,
  PARAMETERS,
  POLLING_RESPONSE,
  PROPERTY,
  RAW_SCHEMA,
  RECORD,
  REQUEST_URL,
  RESPONSE,
  SESSION_TOKEN,
  STREAM_INTERVAL,
  STREAM_PARTITION,
  STREAM_SLICE,
  STREAM_TEMPLATE_CONFIG;

  @Override
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}
