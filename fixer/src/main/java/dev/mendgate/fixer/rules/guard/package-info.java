/** Rules that keep a failing operation from running where it would fail. */
@NullMarked
package dev.mendgate.fixer.rules.guard;

import org.jspecify.annotations.NullMarked;
