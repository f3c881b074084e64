/** What the code around a failure, and its history, show about how such cases are handled here. */
@NullMarked
package dev.mendgate.fixer.habit;

import org.jspecify.annotations.NullMarked;
