/** OpenTelemetry's export services: exceptions and errors become failure events. */
@NullMarked
package dev.mendgate.gateway.rpc.otlp;

import org.jspecify.annotations.NullMarked;
