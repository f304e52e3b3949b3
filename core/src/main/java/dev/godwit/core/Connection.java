package dev.godwit.core;

import dev.godwit.core.catalog.ConfiguredCatalog;

/// What to move: from where, to where, which streams and how. Pure data; it holds no secrets.
///
/// @param name what the user calls it; also appears in errors and reports
/// @param source name or path of the source's connector
/// @param destination URI of the destination, for example `duckdb:shop.duckdb`
public record Connection(
    String name, String source, String destination, ConfiguredCatalog catalog) {}
