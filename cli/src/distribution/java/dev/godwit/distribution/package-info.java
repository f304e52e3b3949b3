/// Assembles the unpacked distribution; the build runs it from source, it is not shipped.
package dev.godwit.distribution;
