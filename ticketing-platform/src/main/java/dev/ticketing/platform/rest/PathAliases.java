package dev.ticketing.platform.rest;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import java.net.URI;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Accepts the paths that earlier ticket APIs used, by turning them into ours before a method is
 * chosen. A domain extends this with its own aliases and is the only one who needs to know them.
 */
public abstract class PathAliases implements ContainerRequestFilter {

  /** A method and a path below the application, and the path it stands for ($1 is its group). */
  protected record Alias(String method, Pattern path, String target) {

    public static Alias of(String method, String path, String target) {
      return new Alias(method, Pattern.compile("/?" + path + "/?"), target);
    }
  }

  private final List<Alias> aliases;

  protected PathAliases(Alias... aliases) {
    this.aliases = List.of(aliases);
  }

  @Override
  public void filter(ContainerRequestContext request) {
    for (Alias alias : aliases) {
      if (alias.method().equals(request.getMethod())) {
        Matcher matcher = alias.path().matcher(request.getUriInfo().getPath(false));
        if (matcher.matches()) {
          request.setRequestUri(target(request, matcher.replaceFirst(alias.target())));
          return;
        }
      }
    }
  }

  private static URI target(ContainerRequestContext request, String path) {
    return request
        .getUriInfo()
        .getBaseUriBuilder()
        .path(path)
        .replaceQuery(request.getUriInfo().getRequestUri().getRawQuery())
        .build();
  }
}
