/** Log templates, their normal form, and their hash. */
@NullMarked
package dev.mendgate.gateway.pattern;

import org.jspecify.annotations.NullMarked;
