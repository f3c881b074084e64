package dev.mendgate.fixer;

/**
 * A project frame a fix may be sought at, mapped to the source tree that is to be patched.
 *
 * @param path path in the source tree, with {@code /}
 * @param line line in that file, from 1
 * @param frame the frame as the trace printed it; its line may differ from {@code line} where the
 *     deployed revision is another one
 * @param depth index among the in-app frames, 0 for the innermost
 */
public record CrashSite(String path, int line, Frame frame, int depth) {}
