package dev.ticketing.auth.adapter.nimbus;

import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.id.ClientID;
import dev.ticketing.auth.domain.Provider;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.function.Function;

/**
 * What the variables say of one provider: {@code GOOGLE_CLIENT_ID} and {@code GOOGLE_CLIENT_SECRET}
 * configure it, its addresses have defaults. What is half said or malformed stops the start, by an
 * exception that names the variable.
 */
final class ProviderSettings {

  private final Provider provider;
  private final Function<String, Optional<String>> variables;

  /**
   * @param variables the value of a variable by its name
   */
  ProviderSettings(Provider provider, Function<String, Optional<String>> variables) {
    this.provider = provider;
    this.variables = variables;
  }

  /** Who we are at the provider. */
  record Client(ClientID id, Secret secret) {}

  Optional<Client> client() {
    Optional<String> id = value("CLIENT_ID");
    Optional<String> secret = value("CLIENT_SECRET");
    if (id.isPresent() != secret.isPresent()) {
      throw new IllegalArgumentException(
          name("CLIENT_ID") + " and " + name("CLIENT_SECRET") + " go together");
    }
    return id.map(given -> new Client(new ClientID(given), new Secret(secret.get())));
  }

  /**
   * @param suffix of the variable, after the provider's name
   */
  URI address(String suffix, String defaultValue) {
    String given = value(suffix).orElse(defaultValue);
    try {
      URI address = URI.create(given);
      if (isSafe(address)) {
        return address;
      }
    } catch (IllegalArgumentException e) {
      // told below
    }
    throw new IllegalArgumentException(
        name(suffix) + " must be an https address (http only on this machine)");
  }

  private static boolean isSafe(URI address) {
    if (address.getHost() == null) {
      return false;
    }
    return "https".equals(address.getScheme())
        || "http".equals(address.getScheme()) && isThisMachine(address.getHost());
  }

  private static boolean isThisMachine(String host) {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }

  private Optional<String> value(String suffix) {
    return variables.apply(name(suffix)).map(String::strip).filter(text -> !text.isEmpty());
  }

  private String name(String suffix) {
    return provider.name() + "_" + suffix;
  }
}
