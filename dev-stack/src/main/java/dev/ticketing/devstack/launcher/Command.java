package dev.ticketing.devstack.launcher;

import dev.ticketing.devstack.Part;
import java.nio.file.Path;
import java.util.Set;

/** What the launcher is asked to do. */
sealed interface Command {

  String USAGE =
      """
      Usage: java -jar dev-stack.jar <command>

        run --liberty <directory> --user-dir <directory> --server <name> [--detached]
            starts the embedded servers and then Liberty, until Ctrl-C
        serve [--only store,kafka,stripe,mail] [--detached]
            starts the embedded servers only
        help
            shows this text

      --detached lets it outlive the process that started it.

      Data is kept under DATA_DIR (data). Ports: HTTP_PORT, HTTPS_PORT, STORE_PORT, KAFKA_PORT,
      KAFKA_CONTROLLER_PORT, STRIPE_PORT, SMTP_PORT, MAIL_PORT. An embedded server is replaced by
      a real one with MONGODB_URI, KAFKA_BOOTSTRAP_SERVERS, STRIPE_API_KEY (and
      STRIPE_WEBHOOK_SECRET) or SMTP_URL.
      """;

  /** The whole system. */
  record Run(Path liberty, Path userDirectory, String server, boolean detached)
      implements Command {}

  /** Only what surrounds the application. */
  record Serve(Set<Part> parts, boolean detached) implements Command {}

  /** An explanation. */
  record Help() implements Command {}
}
