/** Keeps repositories up to date in the background. */
@NullMarked
package dev.mendgate.gateway.source.sync;

import org.jspecify.annotations.NullMarked;
