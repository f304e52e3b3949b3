/// Sources and destinations under the names that programs of the Airbyte protocol call them by.
@NullMarked
package dev.godwit.connector;

import org.jspecify.annotations.NullMarked;
