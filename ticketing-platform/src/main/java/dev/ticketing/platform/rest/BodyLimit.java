package dev.ticketing.platform.rest;

import dev.ticketing.contracts.error.ErrorBody;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Refuses bodies that are too large: by the length they announce, and while they are read, since
 * the container unpacks what comes compressed. What cannot be read at all is the client's mistake.
 */
final class BodyLimit implements ContainerRequestFilter {

  private static final long UNKNOWN = -1;

  private final long maxBytes;

  BodyLimit(long maxBytes) {
    this.maxBytes = maxBytes;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    long announced = announcedLengthOf(request);
    if (announced > maxBytes) {
      request.abortWith(
          Response.status(413)
              .type(MediaType.APPLICATION_JSON_TYPE)
              .entity(ErrorBody.of("The request body is too large"))
              .build());
    } else {
      request.setEntityStream(new Limited(request.getEntityStream(), maxBytes));
    }
  }

  private static long announcedLengthOf(ContainerRequestContext request) {
    String length = request.getHeaderString(HttpHeaders.CONTENT_LENGTH);
    try {
      return length == null ? UNKNOWN : Long.parseLong(length);
    } catch (NumberFormatException e) {
      return UNKNOWN;
    }
  }

  @FunctionalInterface
  private interface Reading {
    int read() throws IOException;
  }

  private static final class Limited extends FilterInputStream {

    private final long maxBytes;
    private long count;

    Limited(InputStream in, long maxBytes) {
      super(in);
      this.maxBytes = maxBytes;
    }

    @Override
    public int read() throws IOException {
      int read = readOr(super::read);
      if (read >= 0) {
        count(1);
      }
      return read;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int read = readOr(() -> super.read(buffer, offset, length));
      if (read > 0) {
        count(read);
      }
      return read;
    }

    private static int readOr(Reading reading) throws IOException {
      try {
        return reading.read();
      } catch (IOException e) {
        throw new BodyUnreadable(e);
      }
    }

    private void count(int bytes) throws IOException {
      count += bytes;
      if (count > maxBytes) {
        throw new BodyTooLarge();
      }
    }
  }
}
