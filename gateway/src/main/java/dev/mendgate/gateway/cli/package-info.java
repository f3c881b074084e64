/** Command line: one class per command. */
@NullMarked
package dev.mendgate.gateway.cli;

import org.jspecify.annotations.NullMarked;
