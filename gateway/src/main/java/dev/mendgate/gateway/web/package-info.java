/** What is reached over plain HTTP: webhooks of forges. */
@NullMarked
package dev.mendgate.gateway.web;

import org.jspecify.annotations.NullMarked;
