/** Starts isolated worker processes and reads what they report. */
@NullMarked
package dev.mendgate.sandbox.run;

import org.jspecify.annotations.NullMarked;
