package dev.ticketing.devstack.stripe;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The page that stands for a bank's 3-D Secure page, where a person lets a payment pass or not. */
final class AuthenticationPage {
  static final String PATH = "/_sandbox/authenticate";

  private AuthenticationPage() {}

  static byte[] content() {
    try (InputStream page = AuthenticationPage.class.getResourceAsStream("authentication.html")) {
      return page.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
