package dev.ticketing.platform.rest;

import java.io.IOException;

/** The body broke off, or is not packed as its headers say. */
class BodyUnreadable extends IOException {

  private static final long serialVersionUID = 1L;

  BodyUnreadable(IOException cause) {
    super(cause);
  }
}
