package dev.godwit.session.form;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What belongs to one stream of a session.
///
/// @param state where its reading began; null for the beginning
/// @param exchanges in their order
public record StreamSession(
    String name,
    @Nullable Map<String, @Nullable Object> state,
    List<Exchange> exchanges,
    Expectation expected) {}
