/** Logging and throwing statements of a repository, found by pattern hash or by message. */
@NullMarked
package dev.mendgate.gateway.source.statement;

import org.jspecify.annotations.NullMarked;
