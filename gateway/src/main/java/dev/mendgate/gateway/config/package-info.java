/** Settings from flags, environment and file. */
@NullMarked
package dev.mendgate.gateway.config;

import org.jspecify.annotations.NullMarked;
