package dev.mendgate.gateway.cli;

import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a time span such as {@code 90s}, {@code 5m}, {@code 1h} or {@code 0}. */
final class TimeSpan implements ITypeConverter<Duration> {
  private static final Pattern FORM = Pattern.compile("(\\d{1,6})([smh])|0");

  @Override
  public Duration convert(String value) {
    Matcher form = FORM.matcher(value.strip());
    if (!form.matches()) {
      throw new TypeConversionException(
          "'" + value + "' is no time; give a number with s, m or h, such as 5m");
    }
    String number = form.group(1);
    return number == null
        ? Duration.ZERO
        : Duration.parse("PT" + number + form.group(2).toUpperCase(Locale.ROOT));
  }
}
