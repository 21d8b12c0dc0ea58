package dev.ticketing.platform.rest;

import java.io.IOException;

/** More bytes came than any request of this API needs. */
class BodyTooLarge extends IOException {

  private static final long serialVersionUID = 1L;
}
