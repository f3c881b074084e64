/** Collections that threads share although they bear only one. */
@NullMarked
package dev.mendgate.fixer.concurrency;

import org.jspecify.annotations.NullMarked;
