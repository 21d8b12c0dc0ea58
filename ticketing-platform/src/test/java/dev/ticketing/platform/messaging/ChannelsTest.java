package dev.ticketing.platform.messaging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The channels that the configuration declares, and the threads that they take. */
class ChannelsTest {

  private static final Pattern INCOMING =
      Pattern.compile("mp\\.messaging\\.incoming\\.([a-z-]+)\\.connector");
  private static final int THREADS_FOR_REQUESTS = 12;

  private static Properties configuration() throws IOException {
    Properties properties = new Properties();
    try (InputStream in =
        ChannelsTest.class.getResourceAsStream("/META-INF/microprofile-config.properties")) {
      properties.load(in);
    }
    return properties;
  }

  static Stream<String> incoming() throws IOException {
    return configuration().stringPropertyNames().stream()
        .map(INCOMING::matcher)
        .filter(Matcher::matches)
        .map(name -> name.group(1));
  }

  @ParameterizedTest
  @MethodSource("incoming")
  void theConsumerOfAChannelIsFoundByTheChannelsName(String channel) throws IOException {
    String prefix = "mp.messaging.incoming." + channel;
    assertEquals(channel, configuration().getProperty(prefix + ".client.id"));
    assertFalse(configuration().getProperty(prefix + ".group.id").isBlank());
  }

  /**
   * A consumer that waits for messages holds a thread of the server's executor for as long. Left to
   * itself the executor may shrink to the number of processors, and then no request is answered;
   * when it does so cannot be told, so a test from outside would only fail now and then.
   */
  @Test
  void theServerKeepsThreadsForRequestsWhenEveryConsumerHoldsOne() throws IOException {
    String server = Files.readString(Path.of("..", "server.xml"));
    assertTrue(server.contains("<executor coreThreads=\"${executor.core.threads}\"/>"), server);
    Matcher threads =
        Pattern.compile("name=\"executor.core.threads\" defaultValue=\"(\\d+)\"").matcher(server);
    assertTrue(threads.find(), server);
    List<String> consumers = incoming().toList();
    assertTrue(
        Integer.parseInt(threads.group(1)) >= consumers.size() + THREADS_FOR_REQUESTS,
        threads.group() + " for " + consumers);
  }
}
