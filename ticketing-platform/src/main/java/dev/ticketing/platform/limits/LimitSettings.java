package dev.ticketing.platform.limits;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.config.Config;

/** What an operator has set about limits. */
@ApplicationScoped
public class LimitSettings {

  private Function<String, Optional<String>> variables;

  /** For the container's proxy. */
  protected LimitSettings() {}

  @Inject
  public LimitSettings(Config config) {
    this(name -> config.getOptionalValue(name, String.class));
  }

  /**
   * @param variables the value of each variable that is set
   */
  public LimitSettings(Function<String, Optional<String>> variables) {
    this.variables = variables;
  }

  /** These limits, or none where {@code RATE_LIMIT_ENABLED} is false. */
  public RateLimits unlessDisabled(RateLimits limits) {
    String enabled = variables.apply("RATE_LIMIT_ENABLED").orElse("true");
    return "false".equalsIgnoreCase(enabled.strip()) ? RateLimits.NONE : limits;
  }

  /**
   * @param variable also the name of the limit
   * @param usual in force where the variable is not set
   * @throws IllegalArgumentException naming the variable when its value is no limit
   */
  public Limit limit(String variable, String usual) {
    return Limit.parse(variable, variables.apply(variable).orElse(usual));
  }
}
