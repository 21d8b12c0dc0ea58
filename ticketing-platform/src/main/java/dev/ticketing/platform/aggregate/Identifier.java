package dev.ticketing.platform.aggregate;

import dev.ticketing.contracts.error.Refusal;
import java.time.Instant;
import java.util.Locale;
import java.util.regex.Pattern;
import org.bson.types.ObjectId;

/** Ids of 24 hexadecimal characters that sort by, and tell, the second they were made in. */
public final class Identifier {

  private static final Pattern FORM = Pattern.compile("[0-9a-fA-F]{24}");

  private Identifier() {}

  public static String next() {
    return new ObjectId().toHexString();
  }

  /** The smallest id that could have been made at this second: ids made before are smaller. */
  public static String firstAt(Instant time) {
    return String.format("%08x0000000000000000", time.getEpochSecond());
  }

  public static Instant madeAt(String id) {
    return Instant.ofEpochSecond(Long.parseLong(id.substring(0, 8), 16));
  }

  /**
   * @return the id as it is stored, in lower case
   * @throws Refusal INVALID, naming the field, when the text has not the form of an id
   */
  public static String checked(String field, String id) {
    if (id == null || !FORM.matcher(id).matches()) {
      throw Refusal.invalid(field, field + " must be 24 hexadecimal characters");
    }
    return id.toLowerCase(Locale.ROOT);
  }
}
