/// One HTTP request and its response: addresses, encodings, connections, proxies, certificates.
@NullMarked
package dev.godwit.manifest.internal.http;

import org.jspecify.annotations.NullMarked;
