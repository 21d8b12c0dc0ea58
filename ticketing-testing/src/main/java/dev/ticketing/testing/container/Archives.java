package dev.ticketing.testing.container;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jboss.shrinkwrap.api.Archive;

/** Reads what is inside an archive that is being put together. */
final class Archives {

  private Archives() {}

  static String text(Archive<?> archive, String path) {
    try (InputStream content = archive.get(path).getAsset().openStream()) {
      return new String(content.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(path + " cannot be read", e);
    }
  }
}
