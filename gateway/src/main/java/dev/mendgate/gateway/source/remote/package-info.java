/** Repositories that are somewhere else: how they are reached, and kept as clones. */
@NullMarked
package dev.mendgate.gateway.source.remote;

import org.jspecify.annotations.NullMarked;
