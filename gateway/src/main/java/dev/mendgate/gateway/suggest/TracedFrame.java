package dev.mendgate.gateway.suggest;

import dev.mendgate.fixer.Frame;
import dev.mendgate.gateway.source.frame.FrameResolution;

/**
 * One frame of a trace and what became of it, for whoever asks why a failure is located where it
 * is.
 *
 * @param exceptionType class of the throwable that the frame belongs to
 * @param frame as the trace has it
 * @param resolution where it stands in the deployed commit, or why not
 */
public record TracedFrame(String exceptionType, Frame frame, FrameResolution resolution) {}
