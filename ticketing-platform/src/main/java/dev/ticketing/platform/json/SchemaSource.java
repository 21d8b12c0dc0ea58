package dev.ticketing.platform.json;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Loads the schemas of the events once for every domain of the server. */
@ApplicationScoped
public class SchemaSource {

  @Produces
  @Singleton
  EventSchemas schemas() {
    return new EventSchemas();
  }
}
