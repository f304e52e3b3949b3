/// What a recorded session holds, and the text file that it is kept in.
@NullMarked
package dev.godwit.session.form;

import org.jspecify.annotations.NullMarked;
