/** Turns patched sources into classes beside a baseline, never into it. */
@NullMarked
package dev.mendgate.sandbox.compile;

import org.jspecify.annotations.NullMarked;
