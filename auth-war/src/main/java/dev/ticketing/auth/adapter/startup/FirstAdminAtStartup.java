package dev.ticketing.auth.adapter.startup;

import dev.ticketing.auth.application.AppointFirstAdmin;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Sees to the first admin, whom {@code ADMIN_EMAIL} and {@code ADMIN_PASSWORD} name, as soon as the
 * document store is there.
 */
@ApplicationScoped
public class FirstAdminAtStartup {

  private static final System.Logger LOG = System.getLogger(FirstAdminAtStartup.class.getName());
  private static final long RETRY_MILLIS = 1_000;

  private AppointFirstAdmin appointFirstAdmin;
  private Optional<String> email;
  private Optional<String> password;

  @Resource private ManagedScheduledExecutorService scheduler;

  /** For the container's proxy. */
  protected FirstAdminAtStartup() {}

  @Inject
  public FirstAdminAtStartup(
      AppointFirstAdmin appointFirstAdmin,
      @ConfigProperty(name = "ADMIN_EMAIL") Optional<String> email,
      @ConfigProperty(name = "ADMIN_PASSWORD") Optional<String> password) {
    this.appointFirstAdmin = appointFirstAdmin;
    this.email = email;
    this.password = password;
  }

  void begin(@Observes Startup event) {
    if (email.isPresent()) {
      scheduler.execute(this::appoint);
    }
  }

  private void appoint() {
    try {
      tell(appointFirstAdmin.appoint(email.get(), password.orElse("")));
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.DEBUG, "The first admin is not yet appointed", e);
      scheduler.schedule(this::appoint, RETRY_MILLIS, TimeUnit.MILLISECONDS);
    }
  }

  private static void tell(AppointFirstAdmin.Outcome outcome) {
    switch (outcome) {
      case APPOINTED -> LOG.log(System.Logger.Level.INFO, "ADMIN_EMAIL is the first admin");
      case ADMIN_EXISTS -> LOG.log(System.Logger.Level.DEBUG, "There is an admin already");
      case EMAIL_UNVERIFIED ->
          warn("ADMIN_EMAIL has an account whose address is not confirmed; confirm it, restart");
      case EMAIL_MALFORMED -> warn("ADMIN_EMAIL is not an e-mail address");
      case PASSWORD_UNFIT ->
          warn("ADMIN_PASSWORD must be 8-20 characters and not one of the most common passwords");
    }
  }

  private static void warn(String reason) {
    LOG.log(System.Logger.Level.WARNING, "No admin was appointed: {0}", reason);
  }
}
