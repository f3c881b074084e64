package dev.mendgate.gateway.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** What a caller has to know; compared in a time that tells nothing about it. */
final class SharedSecret {
  private static final String HMAC = "HmacSHA256";
  private static final String SIGNATURE = "sha256=";
  private static final String BEARER = "Bearer ";

  private final byte[] secret;

  SharedSecret(String secret) {
    this.secret = secret.getBytes(UTF_8);
  }

  /**
   * Says whether a body was signed with the secret.
   *
   * @param signature {@code sha256=} and the HMAC in lower-case hexadecimal; null for none
   * @see <a href="https://docs.github.com/webhooks/using-webhooks/validating-webhook-deliveries">
   *     Validating webhook deliveries</a>
   */
  boolean signed(byte[] body, @Nullable String signature) {
    return signature != null
        && MessageDigest.isEqual(
            (SIGNATURE + HexFormat.of().formatHex(hmac(body))).getBytes(UTF_8),
            signature.getBytes(UTF_8));
  }

  /** Says whether a text is the secret. */
  boolean is(@Nullable String given) {
    return given != null && MessageDigest.isEqual(hmac(secret), hmac(given.getBytes(UTF_8)));
  }

  /** Says whether a header is {@code Bearer} and the secret. */
  boolean isBearer(@Nullable String header) {
    return header != null && header.startsWith(BEARER) && is(header.substring(BEARER.length()));
  }

  private byte[] hmac(byte[] bytes) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(secret, HMAC));
      return mac.doFinal(bytes);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + HMAC, e);
    }
  }
}
