package dev.godwit.manifest.internal.spec;

/// How the rows of a stream are fetched.
public sealed interface RetrieverSpec extends Component
    permits AsyncRetriever, SynchronousRetrieverSpec {}
