/** Writes tests that reproduce a failure, from the syntax of the code that failed and its tests. */
@NullMarked
package dev.mendgate.fixer.reproduce;

import org.jspecify.annotations.NullMarked;
