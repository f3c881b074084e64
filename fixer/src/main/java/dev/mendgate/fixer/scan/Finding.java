package dev.mendgate.fixer.scan;

import com.github.javaparser.ast.Node;
import dev.mendgate.fixer.CandidateFix;
import dev.mendgate.fixer.Risk;
import dev.mendgate.fixer.edit.FileEdit;
import dev.mendgate.fixer.source.ParsedFile;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A weakness of the code.
 *
 * @param rule name of the detector, or of the rule, that found it
 * @param message what is wrong and when it fails, one sentence
 * @param confidence from 0 to 1: how likely a maintainer agrees that it is a weakness
 * @param fix a patch; null where none is safe without knowing more
 */
public record Finding(
    String rule, Place place, String message, double confidence, @Nullable CandidateFix fix) {

  /** Makes a finding without a fix. */
  public static Finding at(
      Detector detector, ParsedFile file, Node node, double confidence, String message) {
    return new Finding(detector.rule(), Place.of(file, node), message, confidence, null);
  }

  /** Returns the finding with a patch of its own. */
  public Finding fixedBy(String title, FileEdit edit) {
    return withFix(
        new CandidateFix(rule, title, message, Risk.LOW, confidence, null, List.of(edit)));
  }

  /** Returns the finding with a rule's patch, where there is one. */
  public Finding fixedBy(Optional<CandidateFix> other) {
    return other.map(this::withFix).orElse(this);
  }

  private Finding withFix(CandidateFix other) {
    return new Finding(rule, place, message, confidence, other);
  }
}
