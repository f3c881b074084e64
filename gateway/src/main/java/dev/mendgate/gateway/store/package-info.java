/** Durable storage of events and groups behind one port. */
@NullMarked
package dev.mendgate.gateway.store;

import org.jspecify.annotations.NullMarked;
