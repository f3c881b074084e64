/** The embedded store: one SQLite file, no server. */
@NullMarked
package dev.mendgate.gateway.store.sqlite;

import org.jspecify.annotations.NullMarked;
