package dev.ticketing.testing.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaParameter;
import com.tngtech.archunit.core.domain.properties.CanBeAnnotated;
import java.util.List;

/** The methods that answer HTTP requests, and what their annotations say of them. */
final class Routes {

  private static final String PERMIT_ALL = "jakarta.annotation.security.PermitAll";
  private static final String ROLES_ALLOWED = "jakarta.annotation.security.RolesAllowed";
  private static final String PATH_PARAM = "jakarta.ws.rs.PathParam";
  private static final String QUERY_PARAM = "jakarta.ws.rs.QueryParam";

  private Routes() {}

  static DescribedPredicate<JavaMethod> areRoutes() {
    return DescribedPredicate.describe(
        "answer HTTP requests", method -> method.isMetaAnnotatedWith("jakarta.ws.rs.HttpMethod"));
  }

  /** How many of the method's annotations, or else of its class's, say who may call it. */
  static long saidOfCallers(JavaMethod route) {
    long own = countOn(route);
    return own > 0 ? own : countOn(route.getOwner());
  }

  private static long countOn(CanBeAnnotated element) {
    return List.of(PERMIT_ALL, ROLES_ALLOWED).stream().filter(element::isAnnotatedWith).count();
  }

  static boolean needsRole(JavaMethod route) {
    CanBeAnnotated speaker = countOn(route) > 0 ? route : route.getOwner();
    return speaker.isAnnotatedWith(ROLES_ALLOWED);
  }

  /** Whether a request names something by its id: in the path, in the query or in the body. */
  static boolean namesSomething(JavaMethod route) {
    return route.getParameters().stream().anyMatch(Routes::carriesAnId);
  }

  private static boolean carriesAnId(JavaParameter parameter) {
    if (parameter.isAnnotatedWith(PATH_PARAM)) {
      return true;
    }
    if (parameter.isAnnotatedWith(QUERY_PARAM)) {
      return isId(parameter.getAnnotationOfType(QUERY_PARAM).get("value").orElse("").toString());
    }
    JavaClass body = parameter.getRawType();
    boolean ours = body.getPackageName().startsWith("dev.ticketing.");
    return ours && body.getFields().stream().anyMatch(field -> isId(field.getName()));
  }

  private static boolean isId(String name) {
    return name.equals("id") || name.endsWith("Id");
  }
}
