/** Detectors, each for one kind of weakness. */
@NullMarked
package dev.mendgate.fixer.scan.detect;

import org.jspecify.annotations.NullMarked;
