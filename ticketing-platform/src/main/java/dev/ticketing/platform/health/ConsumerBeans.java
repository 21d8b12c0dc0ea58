package dev.ticketing.platform.health;

import java.lang.management.ManagementFactory;
import javax.management.InstanceNotFoundException;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/** What the management beans of a Kafka consumer tell, which it has until it is closed. */
final class ConsumerBeans {

  private static final MBeanServer SERVER = ManagementFactory.getPlatformMBeanServer();

  private final String clientId;

  ConsumerBeans(String clientId) {
    this.clientId = clientId;
  }

  boolean isOpen() {
    return SERVER.isRegistered(name("app-info,id="));
  }

  /**
   * Whether anybody has looked after its connections in the last minute. A consumer that is polled
   * does so all the time, with a broker and without. One that is not goes on in the background
   * until the poll interval is over, and then no more.
   */
  boolean isBusy() {
    try {
      Object rate = SERVER.getAttribute(name("consumer-metrics,client-id="), "select-rate");
      return ((Number) rate).doubleValue() > 0;
    } catch (InstanceNotFoundException e) {
      return false;
    } catch (JMException e) {
      throw new IllegalStateException("Kafka no longer tells how busy a consumer is", e);
    }
  }

  private ObjectName name(String kind) {
    try {
      return new ObjectName("kafka.consumer:type=" + kind + clientId);
    } catch (JMException e) {
      throw new IllegalArgumentException("No client.id: " + clientId, e);
    }
  }
}
