package dev.mendgate.gateway.source;

import java.time.Instant;

/**
 * Who last changed a line.
 *
 * @param commit full id of the commit that wrote the line
 * @param authorName the author's name as recorded there
 * @param authorMail the author's mail address, without angle brackets
 * @param authoredAt when the author wrote it, in whole seconds
 * @param committedAt when the commit was made of it, in whole seconds
 * @param originalPath path of the file in that commit
 * @param originalLine line in that file, from 1
 * @param summary first line of the commit's message
 */
public record BlamedLine(
    String commit,
    String authorName,
    String authorMail,
    Instant authoredAt,
    Instant committedAt,
    String originalPath,
    int originalLine,
    String summary) {}
