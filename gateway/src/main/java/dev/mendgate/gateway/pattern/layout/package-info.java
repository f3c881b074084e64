/** Takes the lines of logs apart: what shippers and layouts put around a message. */
@NullMarked
package dev.mendgate.gateway.pattern.layout;

import org.jspecify.annotations.NullMarked;
