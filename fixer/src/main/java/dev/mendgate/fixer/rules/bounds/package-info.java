/** Rules that mend what makes an index leave its container: comparisons, sizes, variables. */
@NullMarked
package dev.mendgate.fixer.rules.bounds;

import org.jspecify.annotations.NullMarked;
