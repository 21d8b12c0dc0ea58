package dev.ticketing.payments.adapter.concurrent;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Shutdown;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Gives this domain the threads that call Stripe. */
@ApplicationScoped
public class BackgroundThreads {

  @Resource private ManagedScheduledExecutorService scheduler;
  @Resource private ManagedThreadFactory threads;

  @Produces
  @Singleton
  PooledBackground background() {
    return new PooledBackground(threads, scheduler);
  }

  /** While all beans are still there: a call that ends later could not store what it has done. */
  void end(@Observes Shutdown event, PooledBackground background) {
    background.close();
  }
}
