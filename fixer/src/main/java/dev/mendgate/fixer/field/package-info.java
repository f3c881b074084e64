/** Fields of a class, what refers to them, and how they come by their values. */
@NullMarked
package dev.mendgate.fixer.field;

import org.jspecify.annotations.NullMarked;
