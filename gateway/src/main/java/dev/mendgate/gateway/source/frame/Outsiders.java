package dev.mendgate.gateway.source.frame;

import dev.mendgate.fixer.Frame;
import dev.mendgate.gateway.source.CommitTree;
import dev.mendgate.gateway.source.frame.FrameResolution.Reason;
import dev.mendgate.gateway.source.frame.FrameResolution.Skipped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Says what a frame is whose class no Java file of the commit declares. */
final class Outsiders {
  private final CommitTree tree;
  private final TypeIndex types;
  private volatile @Nullable ForeignSources foreign;

  Outsiders(CommitTree tree, TypeIndex types) {
    this.tree = tree;
    this.types = types;
  }

  /** Explains a frame whose file is another language's. */
  Skipped otherLanguage(BinaryName type, Frame frame) {
    String file = frame.file() == null ? "" : frame.file();
    Language language = Language.ofFile(file).orElseThrow();
    Optional<String> path = foreign().find(type, file);
    return path.isPresent()
        ? notRepairable(path.get(), language)
        : new Skipped(Reason.THIRD_PARTY, absent(type) + " (" + language.label() + ")");
  }

  /** Explains a frame that does not name a file of another language. */
  Skipped explain(BinaryName type, Frame frame) {
    if (type.platform()) {
      return new Skipped(Reason.PLATFORM, type.full() + " belongs to the Java platform");
    }
    boolean named = frame.file() != null && frame.file().endsWith(".java");
    Optional<Language> shape = named ? Optional.empty() : Language.ofShape(type, frame.method());
    Optional<String> path = named ? Optional.empty() : foreign().find(type, shape.orElse(null));
    if (path.isPresent()) {
      return notRepairable(path.get(), Language.ofFile(path.get()).orElseThrow());
    }
    if (types.hasPackage(type.packageName())) {
      return new Skipped(
          Reason.MISSING,
          absent(type)
              + ", though its package is there: the build generates it, or another revision was"
              + " deployed");
    }
    String language = shape.map(l -> "; its name is one of " + l.label()).orElse("");
    return new Skipped(Reason.THIRD_PARTY, absent(type) + language);
  }

  private static Skipped notRepairable(String path, Language language) {
    return new Skipped(
        Reason.NOT_REPAIRABLE, path, path + " is " + language.label() + "; only Java is repaired");
  }

  private static String absent(BinaryName type) {
    return "no file of the repository declares " + type.full();
  }

  private ForeignSources foreign() {
    ForeignSources known = foreign;
    if (known == null) {
      known = new ForeignSources(tree);
      foreign = known;
    }
    return known;
  }
}
