/** The program that runs beside the code under test, and the words it exchanges with the host. */
@NullMarked
package dev.mendgate.worker;

import org.jspecify.annotations.NullMarked;
