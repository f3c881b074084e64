/** Failure events, stack traces, fingerprints and groups. */
@NullMarked
package dev.mendgate.gateway.failure;

import org.jspecify.annotations.NullMarked;
