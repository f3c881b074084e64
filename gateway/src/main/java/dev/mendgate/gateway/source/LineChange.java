package dev.mendgate.gateway.source;

/**
 * A commit that changed some lines.
 *
 * @param commit the commit
 * @param path path of the file in it
 * @param firstLine first of the lines as it left them, from 1
 * @param lastLine last of them
 */
public record LineChange(CommitNote commit, String path, int firstLine, int lastLine) {}
