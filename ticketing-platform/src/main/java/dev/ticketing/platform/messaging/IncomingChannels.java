package dev.ticketing.platform.messaging;

import java.util.List;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.ConfigProvider;

/** The ways in of events, as the configuration of the server declares them. */
public final class IncomingChannels {

  private static final String PREFIX = "mp.messaging.incoming.";
  private static final String CONNECTOR = ".connector";

  private IncomingChannels() {}

  /** The names of a domain's channels, in alphabetical order; they begin with the domain's name. */
  public static List<String> of(String domain) {
    String begin = PREFIX + domain + "-";
    return StreamSupport.stream(ConfigProvider.getConfig().getPropertyNames().spliterator(), false)
        .filter(name -> name.startsWith(begin) && name.endsWith(CONNECTOR))
        .map(name -> name.substring(PREFIX.length(), name.length() - CONNECTOR.length()))
        .sorted()
        .toList();
  }

  /** The consumer group that reads the channel. */
  public static String groupOf(String channel) {
    return ConfigProvider.getConfig().getValue(PREFIX + channel + ".group.id", String.class);
  }
}
