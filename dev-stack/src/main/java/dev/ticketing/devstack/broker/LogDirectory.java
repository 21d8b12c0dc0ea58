package dev.ticketing.devstack.broker;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;

/**
 * Where the broker keeps its logs. On first use the directory is formatted, which gives the cluster
 * the id it keeps from then on. Formatting writes its mark last, so an interrupted one is repeated.
 */
final class LogDirectory {

  private LogDirectory() {}

  static Path within(Path dataDirectory) {
    return dataDirectory.toAbsolutePath().resolve("logs");
  }

  static void prepare(Path dataDirectory, Properties settings) {
    if (!Files.exists(within(dataDirectory).resolve("meta.properties"))) {
      format(written(dataDirectory.resolve("server.properties"), settings));
    }
  }

  private static Path written(Path file, Properties settings) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      try (OutputStream out = Files.newOutputStream(file)) {
        settings.store(out, null);
      }
      return file;
    } catch (IOException failure) {
      throw new UncheckedIOException("Cannot write " + file, failure);
    }
  }

  private static void format(Path settings) {
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    String[] arguments = {
      "format", "--cluster-id", Uuid.randomUuid().toString(), "--config", settings.toString()
    };
    int exit =
        StorageTool.execute(arguments, new PrintStream(output, true, StandardCharsets.UTF_8));
    if (exit != 0) {
      throw new IllegalStateException(
          "Kafka's log directory could not be formatted: "
              + output.toString(StandardCharsets.UTF_8));
    }
  }
}
