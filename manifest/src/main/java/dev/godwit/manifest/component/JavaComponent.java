package dev.godwit.manifest.component;

/// A component in Java. Implementations are thread-safe: all slices of a stream share one.
public sealed interface JavaComponent
    permits RecordTransformation, RecordExtractor, RequestAuthenticator {}
