/** Finds the tests that a changed class matters to. */
@NullMarked
package dev.mendgate.sandbox.select;

import org.jspecify.annotations.NullMarked;
