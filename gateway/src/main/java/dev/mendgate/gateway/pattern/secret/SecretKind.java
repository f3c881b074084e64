package dev.mendgate.gateway.pattern.secret;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** What can be masked, each to be switched by itself; {@code docs/secrets.md} has examples. */
public enum SecretKind {
  /** What follows a name like {@code password=}. */
  NAMED,
  /** Credentials after {@code Bearer} or {@code Basic}. */
  BEARER,
  /** User name and password in a URL. */
  URL,
  /** Tokens that are known by their first letters. */
  TOKEN,
  /** JSON web tokens. */
  JWT,
  /** Private keys as text. */
  PEM,
  /** Mail addresses. */
  EMAIL,
  /** Numbers of payment cards. */
  CARD,
  /** Numbers of bank accounts. */
  IBAN,
  /** Addresses of machines. */
  IP,
  /** Telephone numbers in international notation. */
  PHONE;

  /** Returns what is masked where nothing is configured. */
  public static Set<SecretKind> defaults() {
    return EnumSet.complementOf(EnumSet.of(IP, PHONE));
  }

  /** Returns the name that people configure it by. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
