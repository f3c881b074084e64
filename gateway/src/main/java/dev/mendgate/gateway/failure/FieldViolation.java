package dev.mendgate.gateway.failure;

/**
 * What is wrong with one field of an event, in the terms of {@code google.rpc.BadRequest}.
 *
 * @param field path of the field in the event, such as {@code code.line_number}; empty for the
 *     event as a whole
 * @param description one sentence that says what is expected
 */
public record FieldViolation(String field, String description) {}
