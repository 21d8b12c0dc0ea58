package dev.ticketing.devstack.stripe;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Locale;

/**
 * Tells who is calling: the merchant's server with its secret key, or a browser with a publishable
 * one. The key comes as a bearer token, as the user of Basic, or as the parameter {@code key}.
 */
final class Credentials {
  private static final String PUBLISHABLE = "pk_test_";

  private final String secretKey;

  Credentials(String secretKey) {
    this.secretKey = secretKey;
  }

  /** Whether the key is a publishable one; refuses a request without a good key. */
  boolean publishable(ApiRequest request) {
    String key = key(request);
    if (key == null) {
      throw ApiError.refused(
          401,
          null,
          "You did not provide an API key. You need to provide your API key in the Authorization"
              + " header, using Bearer auth (e.g. 'Authorization: Bearer YOUR_SECRET_KEY').");
    }
    if (key.startsWith(PUBLISHABLE)) {
      return true;
    }
    if (!MessageDigest.isEqual(bytes(key), bytes(secretKey))) {
      throw ApiError.refused(401, null, "Invalid API Key provided: " + masked(key));
    }
    return false;
  }

  static ApiError secretKeyRequired() {
    return ApiError.refused(
        401,
        "secret_key_required",
        "This API call cannot be made with a publishable API key. Please use a secret API key. You"
            + " can find a list of your API keys at https://dashboard.stripe.com/account/apikeys.");
  }

  private static String key(ApiRequest request) {
    String header = request.authorization();
    if (header == null) {
      return request.params().text("key");
    }
    String scheme = header.split(" ", 2)[0].toLowerCase(Locale.ROOT);
    String rest = header.substring(scheme.length()).trim();
    return scheme.equals("basic") ? user(rest) : rest;
  }

  private static String user(String encoded) {
    try {
      String pair = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
      return pair.split(":", 2)[0];
    } catch (IllegalArgumentException e) {
      return "";
    }
  }

  private static String masked(String key) {
    int shown = Math.min(8, key.length() / 2);
    return key.substring(0, shown) + "****";
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
