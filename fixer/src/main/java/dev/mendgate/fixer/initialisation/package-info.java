/** Fields and map entries that nobody has created when they are used. */
@NullMarked
package dev.mendgate.fixer.initialisation;

import org.jspecify.annotations.NullMarked;
