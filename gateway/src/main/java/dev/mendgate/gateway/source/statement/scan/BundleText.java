package dev.mendgate.gateway.source.statement.scan;

import java.io.IOException;
import java.io.StringReader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;

/** Reads the texts of a resource bundle: what messages say that the source names by a key. */
public final class BundleText {
  private static final String SUFFIX = ".properties";
  private static final Pattern TRANSLATION =
      Pattern.compile("_[a-z]{2,3}(?:_[A-Za-z]{2,8}){0,3}\\.properties$");

  private BundleText() {}

  /** Returns whether a file may be a bundle in the language of the source: no translation. */
  public static boolean isBundle(String path) {
    return path.endsWith(SUFFIX) && !TRANSLATION.matcher(path).find();
  }

  /** Returns a scan whose constants are the texts, by {@code #key}; empty for a broken file. */
  public static Optional<FileScan> scan(String text) {
    Properties read = new Properties();
    try {
      read.load(new StringReader(text));
    } catch (IOException | IllegalArgumentException badEscape) {
      return Optional.empty();
    }
    Map<String, Message> texts = new HashMap<>();
    for (String key : read.stringPropertyNames()) {
      String value = read.getProperty(key);
      if (value.codePoints().anyMatch(Character::isLetter)) {
        texts.put("#" + key, Message.text(value));
      }
    }
    return Optional.of(new FileScan(List.of(), texts, Map.of(), Map.of()));
  }
}
