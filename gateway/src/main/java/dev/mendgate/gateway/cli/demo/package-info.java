/** The main job end to end in one process, on a scripted service and on a released library. */
@NullMarked
package dev.mendgate.gateway.cli.demo;

import org.jspecify.annotations.NullMarked;
