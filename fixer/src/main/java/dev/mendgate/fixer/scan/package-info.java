/** Finds weaknesses of the kinds that the rules repair, before they fail. */
@NullMarked
package dev.mendgate.fixer.scan;

import org.jspecify.annotations.NullMarked;
