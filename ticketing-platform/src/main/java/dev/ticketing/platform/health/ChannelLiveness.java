package dev.ticketing.platform.health;

import dev.ticketing.platform.messaging.InHand;
import dev.ticketing.platform.messaging.IncomingChannels;
import dev.ticketing.platform.messaging.KafkaFeeds;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;

/**
 * Says whether a domain still consumes events. A channel whose stream has failed never comes back:
 * its Kafka consumer is closed, or left alone. One that does not come back from an event is as good
 * as dead. An outage is none of this: without a broker the consumer goes on asking for it, and
 * while the document store is away the event waits in hand.
 */
public final class ChannelLiveness implements HealthCheck {

  /** When Kafka, too, gives up on a consumer. */
  private static final Duration TOO_LONG = Duration.ofMinutes(5);

  /** It takes microseconds. */
  private static final Duration TAKEN_WITHIN = Duration.ofSeconds(30);

  private final String domain;
  private final List<String> channels;
  private final Function<String, InHand> inHand;

  /**
   * @param inHand what the consumer of a channel is doing
   */
  public ChannelLiveness(String domain, Function<String, InHand> inHand) {
    this.domain = domain;
    this.channels = IncomingChannels.of(domain);
    this.inHand = inHand;
  }

  @Override
  public HealthCheckResponse call() {
    Map<String, String> faults = new TreeMap<>();
    for (String channel : channels) {
      faultOf(channel, new ConsumerBeans(channel), inHand.apply(channel))
          .ifPresent(fault -> faults.put(channel, fault));
    }
    HealthCheckResponseBuilder response =
        HealthCheckResponse.named(domain + "-channels").status(faults.isEmpty());
    faults.forEach(response::withData);
    return response.build();
  }

  private static Optional<String> faultOf(String channel, ConsumerBeans consumer, InHand inHand) {
    if (!consumer.isOpen()) {
      return Optional.of("closed");
    }
    if (inHand.attempt().compareTo(TOO_LONG) > 0) {
      return Optional.of("stuck");
    }
    boolean works = inHand.isHeld() || consumer.isBusy() && !isLeftAlone(channel);
    return works ? Optional.empty() : Optional.of("left alone");
  }

  /** Nobody has the record in hand that its feed has handed out, or wants to. */
  private static boolean isLeftAlone(String channel) {
    return KafkaFeeds.waiting(channel).compareTo(TAKEN_WITHIN) > 0;
  }
}
