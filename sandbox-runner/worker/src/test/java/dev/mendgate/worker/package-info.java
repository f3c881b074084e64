/** Tests of the worker, run within one JVM. */
@NullMarked
package dev.mendgate.worker;

import org.jspecify.annotations.NullMarked;
