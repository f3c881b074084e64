/** Marks lines in compiled classes, to tell whether a test reaches them. */
@NullMarked
package dev.mendgate.sandbox.coverage;

import org.jspecify.annotations.NullMarked;
