package dev.ticketing.platform.health;

import dev.ticketing.platform.messaging.InHand;
import dev.ticketing.platform.messaging.IncomingChannels;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import javax.management.MalformedObjectNameException;
import javax.management.ObjectName;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;

/**
 * Says whether a domain still consumes events. A channel whose stream has failed closes its Kafka
 * consumer and never comes back; Kafka then takes away the management bean of that consumer, which
 * is what this looks at. A consumer that does not come back from an event is as good as dead. An
 * outage is neither: without a broker the consumer stays, and while the document store is away the
 * event waits outside the domain.
 */
public final class ChannelLiveness implements HealthCheck {

  /** When Kafka, too, gives up on a consumer. */
  private static final Duration TOO_LONG = Duration.ofMinutes(5);

  private static final String CONSUMER = "kafka.consumer:type=app-info,id=";

  private final String domain;
  private final List<String> channels;
  private final Function<String, InHand> inHand;

  /**
   * @param inHand what the consumer of a channel is doing
   */
  public ChannelLiveness(String domain, Function<String, InHand> inHand) {
    this(domain, IncomingChannels.of(domain), inHand);
  }

  ChannelLiveness(String domain, List<String> channels, Function<String, InHand> inHand) {
    this.domain = domain;
    this.channels = channels;
    this.inHand = inHand;
  }

  @Override
  public HealthCheckResponse call() {
    Map<String, String> faults = new TreeMap<>();
    for (String channel : channels) {
      if (!hasConsumer(channel)) {
        faults.put(channel, "closed");
      } else if (inHand.apply(channel).attempt().compareTo(TOO_LONG) > 0) {
        faults.put(channel, "stuck");
      }
    }
    HealthCheckResponseBuilder response =
        HealthCheckResponse.named(domain + "-channels").status(faults.isEmpty());
    faults.forEach(response::withData);
    return response.build();
  }

  private static boolean hasConsumer(String channel) {
    try {
      return ManagementFactory.getPlatformMBeanServer()
          .isRegistered(new ObjectName(CONSUMER + channel));
    } catch (MalformedObjectNameException e) {
      throw new IllegalArgumentException("No name for a channel: " + channel, e);
    }
  }
}
