package dev.ticketing.system.guarded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ticketing.system.client.RawRequest;
import dev.ticketing.system.client.User;
import dev.ticketing.system.running.Ticketing;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Answers from every layer of the server: pages, the API, its refusals, what the container refuses
 * before an application sees it, health and description. All must carry the headers that tell
 * browsers what to allow, and none may say what the server is made of.
 */
final class AnswersOfEveryKind {

  private static final Map<String, String> REQUIRED =
      Map.of(
          "X-Content-Type-Options", "nosniff",
          "Referrer-Policy", "same-origin",
          "Cross-Origin-Opener-Policy", "same-origin",
          "Cross-Origin-Resource-Policy", "same-origin");
  private static final List<String> BANNERS =
      List.of("Server", "X-Powered-By", "$WSEP", "X-AspNet-Version", "Via");
  private static final Pattern MAKE =
      Pattern.compile("(?i)websphere|open ?liberty|wlp/|resteasy|26\\.0\\.0|jetty|mongo");
  private static final String DESCRIPTION_PAGES = "/openapi/ui/";

  private AnswersOfEveryKind() {}

  static List<HttpResponse<String>> of(Ticketing ticketing) {
    User user = ticketing.newUser();
    List<HttpResponse<String>> answers = new ArrayList<>();
    for (String path :
        List.of(
            "/",
            "/nothing",
            "/nothing/at/all.html",
            "/api",
            "/api/nothing",
            "/api/tickets",
            "/api/tickets?limit=0",
            "/api/tickets/zzz",
            "/api/tickets/5f0000000000000000000000",
            "/api/tickets/%00",
            "/api/orders",
            "/api/users/currentuser",
            "/health",
            "/health/live",
            "/health/ready",
            "/openapi",
            "/openapi?format=JSON",
            "/openapi/nothing",
            DESCRIPTION_PAGES,
            "/WEB-INF/web.xml",
            "/ibm/api",
            "/metrics")) {
      answers.add(raw(ticketing, "GET", path).send());
    }
    String bearer = "Bearer " + user.token();
    answers.add(raw(ticketing, "GET", "/api/orders").header("Authorization", bearer).send());
    answers.add(raw(ticketing, "GET", "/api/payments").header("Authorization", bearer).send());
    answers.add(raw(ticketing, "GET", "/api/orders").header("Authorization", "Bearer x").send());
    answers.add(raw(ticketing, "OPTIONS", "/api/tickets").send());
    answers.add(raw(ticketing, "HEAD", "/api/tickets").send());
    answers.add(raw(ticketing, "PUT", "/api/users/signup").body("{}").send());
    answers.add(raw(ticketing, "NONSENSE", "/api/users/signup").send());
    answers.add(raw(ticketing, "POST", "/api/users/signup").body("{").send());
    answers.add(json(ticketing, "{").send());
    answers.add(json(ticketing, "\"" + "x".repeat(70_000) + "\"").send());
    answers.add(json(ticketing, "{}").header("Origin", "null").send());
    return answers;
  }

  private static RawRequest json(Ticketing ticketing, String body) {
    return raw(ticketing, "POST", "/api/users/signup")
        .header("Content-Type", "application/json")
        .body(body);
  }

  private static RawRequest raw(Ticketing ticketing, String method, String path) {
    return new RawRequest(method, URI.create(ticketing.uri() + path));
  }

  static void assertGuarded(HttpResponse<String> answer) {
    String what = answer.request().method() + " " + answer.uri() + " " + answer.statusCode();
    REQUIRED.forEach(
        (name, value) -> assertEquals(List.of(value), answer.headers().allValues(name), what));
    List<String> policy = answer.headers().allValues("Content-Security-Policy");
    assertEquals(1, policy.size(), what + policy);
    if (answer.uri().getPath().equals(DESCRIPTION_PAGES)) {
      assertTrue(policy.get(0).startsWith("default-src 'self'"), what + policy);
    } else {
      assertFalse(policy.get(0).contains("unsafe"), what + policy);
      assertTrue(policy.get(0).contains("frame-ancestors 'none'"), what + policy);
      assertTrue(policy.get(0).contains("object-src 'none'"), what + policy);
    }
    assertEquals(1, answer.headers().allValues("Permissions-Policy").size(), what);
    assertEquals(List.of(), answer.headers().allValues("Strict-Transport-Security"), what);
    if (answer.uri().getPath().startsWith("/api/") && answer.statusCode() < 500) {
      assertNotKept(answer, what);
    }
    for (String banner : BANNERS) {
      assertEquals(List.of(), answer.headers().allValues(banner), what);
    }
    if (!answer.uri().getPath().startsWith("/openapi/ui")) {
      assertFalse(MAKE.matcher(answer.body()).find(), () -> what + answer.body());
    }
  }

  /** What the container's channel refuses by itself is about nobody. */
  private static void assertNotKept(HttpResponse<String> answer, String what) {
    boolean ofTheChannel = answer.uri().getRawPath().contains("%00");
    if (!ofTheChannel) {
      assertEquals(List.of("no-store"), answer.headers().allValues("Cache-Control"), what);
    }
  }
}
