/** Parsed source files and positions in them. */
@NullMarked
package dev.mendgate.fixer.source;

import org.jspecify.annotations.NullMarked;
