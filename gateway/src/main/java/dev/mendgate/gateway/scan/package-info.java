/** What a scan found, for people, for other programs, and for the next scan. */
@NullMarked
package dev.mendgate.gateway.scan;

import org.jspecify.annotations.NullMarked;
