/// Sessions: recorded against an API once, replayed and compared without network ever after.
@NullMarked
package dev.godwit.session;

import org.jspecify.annotations.NullMarked;
