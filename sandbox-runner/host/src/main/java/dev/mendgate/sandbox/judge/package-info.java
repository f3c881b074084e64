/** Decides what a patch is worth, from what compiling and running it shows. */
@NullMarked
package dev.mendgate.sandbox.judge;

import org.jspecify.annotations.NullMarked;
