/** The gateway's own traces and metrics. */
@NullMarked
package dev.mendgate.gateway.telemetry;

import org.jspecify.annotations.NullMarked;
