package dev.ticketing.auth.container;

import dev.ticketing.testing.container.TokenRules;
import dev.ticketing.testing.probe.Api;
import dev.ticketing.testing.probe.Documents;
import java.net.http.HttpResponse;
import org.bson.Document;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.BeforeEach;

/** Who may change a profile. */
class UserSecurityIT extends TokenRules {

  @Deployment(testable = false)
  static EnterpriseArchive auth() {
    return AuthEar.build();
  }

  @BeforeEach
  void theUserExists() {
    if (Documents.find("auth", "users", USER).isEmpty()) {
      Documents.of("auth", "users")
          .insertOne(
              new Document("_id", USER)
                  .append("version", 0L)
                  .append("firstName", "Ada")
                  .append("lastName", "Lovelace")
                  .append("email", USER + "@example.org"));
    }
  }

  @Override
  protected HttpResponse<String> request(Api caller) {
    return caller.send("PATCH", "/api/users/me", "{\"firstName\":\"Ada\"}");
  }

  @Override
  protected int granted() {
    return 200;
  }
}
