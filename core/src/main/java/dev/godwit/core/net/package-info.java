/// What the environment says of the network: whom to trust, whom to ask without a proxy; and who
/// stands in its place.
@NullMarked
package dev.godwit.core.net;

import org.jspecify.annotations.NullMarked;
