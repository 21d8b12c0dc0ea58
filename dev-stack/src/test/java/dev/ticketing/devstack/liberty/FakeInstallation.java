package dev.ticketing.devstack.liberty;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** An installation whose start script runs {@link FakeLiberty}. */
public final class FakeInstallation {

  /** How the start script relates to the JVM. */
  public enum Script {
    BECOMES_JVM("exec "),
    KEEPS_JVM_AS_CHILD("");

    private final String prefix;

    Script(String prefix) {
      this.prefix = prefix;
    }
  }

  private FakeInstallation() {}

  /** Lays out an installation with a server named ticketing. */
  public static LibertyInstallation install(Path directory, Script script) throws IOException {
    Path start = directory.resolve("wlp/bin/server");
    Path server = directory.resolve("usr/servers/ticketing");
    Files.createDirectories(start.getParent());
    Files.createDirectories(server);
    Files.writeString(server.resolve("server.xml"), "<server/>");
    String line =
        "%s\"$JAVA_HOME/bin/java\" -cp '%s' %s \"$@\""
            .formatted(script.prefix, classes(), FakeLiberty.class.getName());
    Files.writeString(start, "#!/bin/sh\n" + line + "\nexit $?\n");
    if (!start.toFile().setExecutable(true)) {
      throw new IOException(start + " cannot be made executable");
    }
    return new LibertyInstallation(
        directory.resolve("wlp"), directory.resolve("usr"), directory.resolve("out"), "ticketing");
  }

  /** The file that tells of a graceful end. */
  public static Path farewell(LibertyInstallation installation) {
    return installation.outputDirectory().resolve("stopped");
  }

  private static String classes() {
    return Path.of(FakeLiberty.class.getProtectionDomain().getCodeSource().getLocation().getPath())
        .toString();
  }
}
