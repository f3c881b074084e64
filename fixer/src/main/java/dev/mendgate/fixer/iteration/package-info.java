/** Loops that change the collection they walk. */
@NullMarked
package dev.mendgate.fixer.iteration;

import org.jspecify.annotations.NullMarked;
