/** Templates of log lines that no statement explains, learned from the lines themselves. */
@NullMarked
package dev.mendgate.gateway.pattern.mining;

import org.jspecify.annotations.NullMarked;
