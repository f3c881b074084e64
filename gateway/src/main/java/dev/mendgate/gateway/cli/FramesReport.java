package dev.mendgate.gateway.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.mendgate.fixer.Frame;
import dev.mendgate.gateway.source.frame.FrameResolution;
import dev.mendgate.gateway.source.frame.FrameResolution.Candidate;
import dev.mendgate.gateway.source.frame.FrameResolution.Found;
import dev.mendgate.gateway.source.frame.FrameResolution.Skipped;
import dev.mendgate.gateway.suggest.TracedFrame;
import java.util.List;
import java.util.Locale;

/** Writes what became of each frame of a trace. */
final class FramesReport {
  private FramesReport() {}

  /** One line a frame, for people; each throwable under its class. */
  static String text(List<TracedFrame> frames) {
    StringBuilder out = new StringBuilder();
    String exception = "";
    for (TracedFrame traced : frames) {
      if (!traced.exceptionType().equals(exception)) {
        exception = traced.exceptionType();
        out.append(exception).append('\n');
      }
      out.append("  ").append(name(traced.frame())).append('\n');
      FrameResolution resolution = traced.resolution();
      if (resolution instanceof Found found) {
        out.append("      ").append(place(found.best())).append('\n');
        found.notes().forEach(note -> out.append("      ").append(note).append('\n'));
      } else if (resolution instanceof Skipped skipped) {
        out.append("      ").append(word(skipped)).append(": ").append(skipped.note()).append('\n');
      }
    }
    return out.toString();
  }

  /** An array with one object a frame. */
  static String json(List<TracedFrame> frames) {
    JsonArray all = new JsonArray();
    frames.forEach(frame -> all.add(json(frame)));
    JsonObject root = new JsonObject();
    root.add("frames", all);
    return SuggestionsJson.print(root) + "\n";
  }

  private static JsonObject json(TracedFrame traced) {
    Frame frame = traced.frame();
    JsonObject json = new JsonObject();
    json.addProperty("exceptionType", traced.exceptionType());
    json.addProperty("className", frame.className());
    json.addProperty("method", frame.method());
    json.addProperty("file", frame.file());
    json.addProperty("line", frame.line());
    json.addProperty("origin", frame.origin());
    JsonArray candidates = new JsonArray();
    JsonArray notes = new JsonArray();
    if (traced.resolution() instanceof Found found) {
      json.addProperty("status", "found");
      json.addProperty("path", found.best().path());
      found.candidates().forEach(candidate -> candidates.add(json(candidate)));
      found.notes().forEach(notes::add);
    } else if (traced.resolution() instanceof Skipped skipped) {
      json.addProperty("status", word(skipped));
      json.addProperty("path", skipped.path());
      notes.add(skipped.note());
    }
    json.add("candidates", candidates);
    json.add("notes", notes);
    return json;
  }

  private static JsonObject json(Candidate candidate) {
    JsonObject json = new JsonObject();
    json.addProperty("path", candidate.path());
    json.addProperty("line", candidate.line());
    json.addProperty("test", candidate.test());
    json.addProperty("insideMethod", candidate.plausible());
    return json;
  }

  private static String name(Frame frame) {
    String file = frame.file() == null ? "unknown source" : frame.file();
    String line = frame.line() < 1 ? "" : ":" + frame.line();
    return frame.className() + "." + frame.method() + "(" + file + line + ")";
  }

  private static String place(Candidate candidate) {
    return candidate.path() + ":" + candidate.line() + (candidate.test() ? " (test)" : "");
  }

  private static String word(Skipped skipped) {
    return skipped.reason().name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
