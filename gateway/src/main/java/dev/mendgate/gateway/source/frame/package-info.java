/** From the frames of a stack trace to files and lines of a commit. */
@NullMarked
package dev.mendgate.gateway.source.frame;

import org.jspecify.annotations.NullMarked;
