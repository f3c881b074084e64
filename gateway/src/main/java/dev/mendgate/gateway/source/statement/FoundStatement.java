package dev.mendgate.gateway.source.statement;

import org.jspecify.annotations.Nullable;

/** A statement whose constants of other files are not filled in yet. */
record FoundStatement(
    Message message,
    String path,
    int firstLine,
    int lastLine,
    String className,
    String method,
    StatementKind kind,
    @Nullable String level,
    @Nullable String exceptionType) {}
