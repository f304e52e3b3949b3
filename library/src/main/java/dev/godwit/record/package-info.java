/// Java records for objects of JSON: rows that become records, records that become configurations.
@NullMarked
package dev.godwit.record;

import org.jspecify.annotations.NullMarked;
