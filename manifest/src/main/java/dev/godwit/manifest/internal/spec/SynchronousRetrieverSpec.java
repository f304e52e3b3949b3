package dev.godwit.manifest.internal.spec;

/// A retriever whose answers hold the rows, page by page.
public sealed interface SynchronousRetrieverSpec extends RetrieverSpec
    permits SimpleRetriever, SynchronousRetrieverSpec.CustomRetriever {
  /// A retriever that a class outside the manifest implements.
  @OpenFields
  record CustomRetriever(Origin origin, String className) implements SynchronousRetrieverSpec {}
}
