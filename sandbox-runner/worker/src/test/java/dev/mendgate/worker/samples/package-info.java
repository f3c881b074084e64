/** Test classes of older frameworks for the worker to run; no tests of this module. */
@NullMarked
package dev.mendgate.worker.samples;

import org.jspecify.annotations.NullMarked;
