/** Repositories and what is known of their lines: blame, statements, frames, owners. */
@NullMarked
package dev.mendgate.gateway.source;

import org.jspecify.annotations.NullMarked;
