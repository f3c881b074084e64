package dev.mendgate.gateway.source.frame;

import dev.mendgate.fixer.Frame;
import dev.mendgate.gateway.source.build.BuildLayout;
import dev.mendgate.gateway.source.build.BuildModule;
import dev.mendgate.gateway.source.frame.FrameResolution.Candidate;
import dev.mendgate.gateway.source.frame.FrameResolution.Found;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Asks the frames around one for what they tell of it. */
final class NeighbourSearch {
  private static final Pattern PLATFORM_MODULE =
      Pattern.compile("(?:java|jdk)\\.[a-z.]+(?:@([0-9]{1,3}).*)?");

  private final List<Frame> frames;
  private final List<Optional<BuildModule>> modules = new ArrayList<>();
  private final OptionalInt release;
  private int outermostTest = -1;

  /** Looks at a trace whose frames are innermost first. */
  NeighbourSearch(List<Frame> frames, List<FrameResolution> resolutions, BuildLayout layout) {
    this.frames = frames;
    this.release = release(frames);
    for (int i = 0; i < resolutions.size(); i++) {
      Optional<Found> found =
          resolutions.get(i) instanceof Found f ? Optional.of(f) : Optional.empty();
      modules.add(found.flatMap(f -> only(f, layout)));
      if (found.filter(f -> f.candidates().stream().allMatch(Candidate::test)).isPresent()) {
        outermostTest = i;
      }
    }
  }

  /** Returns what the others tell of the frame of an index. */
  Neighbours around(int index) {
    return new Neighbours(
        first(IntStream.range(index + 1, frames.size())),
        first(IntStream.iterate(index - 1, i -> i >= 0, i -> i - 1)),
        ofArchive(frames.get(index).origin()),
        outermostTest > index,
        release);
  }

  private Optional<BuildModule> first(IntStream indexes) {
    return indexes.mapToObj(modules::get).flatMap(Optional::stream).findFirst();
  }

  private Optional<BuildModule> ofArchive(@Nullable String origin) {
    if (origin == null || !ArchiveName.of(origin).isArchive()) {
      return Optional.empty();
    }
    return first(
        IntStream.range(0, frames.size()).filter(i -> origin.equals(frames.get(i).origin())));
  }

  /** Returns the module of a frame that can only be in one. */
  private static Optional<BuildModule> only(Found found, BuildLayout layout) {
    Set<BuildModule> modules =
        found.candidates().stream().map(c -> layout.moduleOf(c.path())).collect(Collectors.toSet());
    return modules.size() == 1 ? modules.stream().findFirst() : Optional.empty();
  }

  /** Frames have named the platform's modules since Java 9. */
  private static OptionalInt release(List<Frame> frames) {
    return frames.stream()
        .map(Frame::origin)
        .filter(origin -> origin != null)
        .map(PLATFORM_MODULE::matcher)
        .filter(Matcher::matches)
        .mapToInt(m -> m.group(1) == null ? 9 : Integer.parseInt(m.group(1)))
        .max();
  }
}
