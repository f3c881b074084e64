/** From a failure's message and frames to the expressions that are to blame. */
@NullMarked
package dev.mendgate.fixer.analysis;

import org.jspecify.annotations.NullMarked;
