/**
 * Rules for failures that are told badly: translated nowhere, without their cause, or at the price
 * of a resource.
 */
@NullMarked
package dev.mendgate.fixer.rules.error;

import org.jspecify.annotations.NullMarked;
