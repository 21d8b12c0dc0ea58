package dev.ticketing.auth.adapter.startup;

import dev.ticketing.auth.application.RememberSignOuts;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Brings earlier sign-outs to mind before the application answers its first request, or, while the
 * document store is away, as soon as it is back; the server is not ready before. From then on it
 * clears away, once in a while, what has expired.
 */
@Readiness
@ApplicationScoped
public class SignOutsAtStartup implements HealthCheck {

  private static final System.Logger LOG = System.getLogger(SignOutsAtStartup.class.getName());
  private static final long RETRY_MILLIS = 500;
  private static final long CLEAR_MINUTES = 10;

  private RememberSignOuts signOuts;
  private volatile boolean remembered;
  private volatile Future<?> clearing;

  @Resource private ManagedScheduledExecutorService scheduler;

  /** For the container's proxy. */
  protected SignOutsAtStartup() {}

  @Inject
  public SignOutsAtStartup(RememberSignOuts signOuts) {
    this.signOuts = signOuts;
  }

  void begin(@Observes Startup event) {
    remember();
    clearing =
        scheduler.scheduleWithFixedDelay(
            this::clear, CLEAR_MINUTES, CLEAR_MINUTES, TimeUnit.MINUTES);
  }

  @PreDestroy
  void end() {
    if (clearing != null) {
      clearing.cancel(false);
    }
  }

  private void remember() {
    try {
      signOuts.remember();
      remembered = true;
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.INFO, "Earlier sign-outs not yet read: {0}", e.getMessage());
      scheduler.schedule(this::remember, RETRY_MILLIS, TimeUnit.MILLISECONDS);
    }
  }

  private void clear() {
    try {
      signOuts.forgetExpired();
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.INFO, "Old sign-outs stay for now: {0}", e.getMessage());
    }
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("auth-sessions").status(remembered).build();
  }
}
