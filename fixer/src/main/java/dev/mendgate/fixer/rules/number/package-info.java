/** Rules for numbers and texts that do not mean what the code expects. */
@NullMarked
package dev.mendgate.fixer.rules.number;

import org.jspecify.annotations.NullMarked;
