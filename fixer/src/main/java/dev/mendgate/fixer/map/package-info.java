/** What code does with the entries of a map. */
@NullMarked
package dev.mendgate.fixer.map;

import org.jspecify.annotations.NullMarked;
