/**
 * What one Java file tells of logging and throwing statements, whatever other files say: a function
 * of its text.
 */
@NullMarked
package dev.mendgate.gateway.source.statement.scan;

import org.jspecify.annotations.NullMarked;
