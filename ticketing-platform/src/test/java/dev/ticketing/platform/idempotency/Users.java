package dev.ticketing.platform.idempotency;

import jakarta.ws.rs.core.SecurityContext;
import java.lang.reflect.Proxy;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Signed-in users of a test. */
final class Users {

  private Users() {}

  static SecurityContext context(String userId) {
    JsonWebToken token =
        answering(JsonWebToken.class, method -> method.equals("getSubject") ? userId : null);
    return answering(
        SecurityContext.class, method -> method.equals("getUserPrincipal") ? token : false);
  }

  private static <T> T answering(
      Class<T> type, java.util.function.Function<String, Object> answers) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> answers.apply(method.getName())));
  }
}
