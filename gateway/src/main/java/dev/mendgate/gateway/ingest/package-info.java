/** Takes failure events in, whatever the transport. */
@NullMarked
package dev.mendgate.gateway.ingest;

import org.jspecify.annotations.NullMarked;
