package dev.ticketing.auth.adapter.nimbus;

import dev.ticketing.auth.application.provider.Attempt;
import dev.ticketing.auth.application.provider.Callback;
import dev.ticketing.auth.application.provider.IdentityProvider;
import dev.ticketing.auth.domain.Provider;
import dev.ticketing.devstack.identity.IdentitySandbox;
import dev.ticketing.platform.site.PublicAddress;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Our site as the sandbox knows it, and the browser of somebody who goes there and back. */
final class Site {

  static final Attempt ATTEMPT =
      new Attempt(
          "a-state", "a-nonce", "a-verifier-".repeat(4), "/", null, Instant.now().plusSeconds(60));

  private final HttpClient browser = HttpClient.newHttpClient();
  private final ConfiguredProviders providers;

  Site(IdentitySandbox sandbox) {
    this(sandbox.variables());
  }

  Site(Map<String, String> variables) {
    this(variables, Duration.ofSeconds(30));
  }

  /**
   * @param patience with each answer of the providers
   */
  Site(Map<String, String> variables, Duration patience) {
    providers =
        new ConfiguredProviders(
            name -> Optional.ofNullable(variables.get(name)),
            new PublicAddress("http://localhost:9080"),
            Clock.systemUTC(),
            new ProviderHttp(patience));
  }

  ConfiguredProviders providers() {
    return providers;
  }

  IdentityProvider at(Provider provider) {
    return providers.find(provider).orElseThrow();
  }

  /** Sends somebody to the provider and returns what he is sent back with. */
  Callback visit(Provider provider, Attempt attempt) {
    Map<String, String> query = query(redirect(at(provider).addressFor(attempt)));
    return new Callback(
        query.get("state"), query.get("code"), query.get("error"), query.get("iss"));
  }

  static Map<String, String> query(URI address) {
    Map<String, String> parameters = new HashMap<>();
    for (String pair : address.getRawQuery().split("&")) {
      String[] parts = pair.split("=", 2);
      parameters.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
    }
    return parameters;
  }

  private URI redirect(URI address) {
    try {
      HttpResponse<Void> answer =
          browser.send(HttpRequest.newBuilder(address).build(), BodyHandlers.discarding());
      return URI.create(answer.headers().firstValue("Location").orElseThrow());
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
