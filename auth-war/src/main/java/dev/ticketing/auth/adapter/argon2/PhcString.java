package dev.ticketing.auth.adapter.argon2;

import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A password hash with all it takes to repeat it, written as the PHC string format says: {@code
 * $argon2id$v=19$m=19456,t=2,p=1$salt$hash}, in Base64 without padding.
 */
record PhcString(Argon2Cost cost, byte[] salt, byte[] hash) {

  private static final Pattern FORM =
      Pattern.compile(
          "\\$argon2id\\$v=19\\$m=(\\d{1,9}),t=(\\d{1,9}),p=(\\d{1,3})"
              + "\\$([A-Za-z0-9+/]+)\\$([A-Za-z0-9+/]+)");

  /**
   * @throws IllegalArgumentException when the text is no Argon2id hash of version 19
   */
  static PhcString parse(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("Not an Argon2id hash");
    }
    Argon2Cost cost =
        new Argon2Cost(
            Integer.parseInt(matcher.group(1)),
            Integer.parseInt(matcher.group(2)),
            Integer.parseInt(matcher.group(3)));
    Base64.Decoder decoder = Base64.getDecoder();
    return new PhcString(cost, decoder.decode(matcher.group(4)), decoder.decode(matcher.group(5)));
  }

  @Override
  public String toString() {
    Base64.Encoder encoder = Base64.getEncoder().withoutPadding();
    return "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s"
        .formatted(
            cost.memoryKib(),
            cost.iterations(),
            cost.parallelism(),
            encoder.encodeToString(salt),
            encoder.encodeToString(hash));
  }
}
