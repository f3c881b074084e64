/** Finds and runs the target project's own build, and says what came out of it. */
@NullMarked
package dev.mendgate.sandbox.build;

import org.jspecify.annotations.NullMarked;
