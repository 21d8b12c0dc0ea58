package dev.ticketing.testing.container;

import org.jboss.arquillian.core.spi.LoadableExtension;

/** Makes Arquillian start the surroundings before the server, and stop them after it. */
public final class ContainerTests implements LoadableExtension {

  @Override
  public void register(ExtensionBuilder builder) {
    builder.observer(Surroundings.class);
  }
}
