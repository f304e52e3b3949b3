/// AuthContext on requests.
@NullMarked
package dev.godwit.manifest.internal.auth;

import org.jspecify.annotations.NullMarked;
