package dev.ticketing.payments.container;

import dev.ticketing.testing.container.TokenRules;
import dev.ticketing.testing.probe.Api;
import java.net.http.HttpResponse;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;

/** Who may see payments. */
class PaymentSecurityIT extends TokenRules {

  @Deployment(testable = false)
  static EnterpriseArchive payments() {
    return PaymentsEar.build();
  }

  @Override
  protected HttpResponse<String> request(Api caller) {
    return caller.get("/api/payments");
  }

  @Override
  protected int granted() {
    return 200;
  }
}
