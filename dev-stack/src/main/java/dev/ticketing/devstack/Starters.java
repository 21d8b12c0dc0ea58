package dev.ticketing.devstack;

import dev.ticketing.devstack.keys.DevelopmentKeys;
import dev.ticketing.devstack.mail.MailCatcher;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;

/** How each part is started: which directory, which ports, which secrets it gets. */
final class Starters {

  private final Settings settings;
  private final DevelopmentKeys keys;

  Starters(Settings settings, DevelopmentKeys keys) {
    this.settings = settings;
    this.keys = keys;
  }

  Map<Part, EmbeddedServer.Starter> all() {
    Map<Part, EmbeddedServer.Starter> starters = new EnumMap<>(Part.class);
    starters.put(Part.MAIL, this::mail);
    return starters;
  }

  private EmbeddedServer mail() {
    return MailCatcher.start(directory("mail"), settings.port(Port.SMTP), settings.port(Port.MAIL));
  }

  private Path directory(String name) {
    return settings.dataDirectory().resolve(name);
  }
}
