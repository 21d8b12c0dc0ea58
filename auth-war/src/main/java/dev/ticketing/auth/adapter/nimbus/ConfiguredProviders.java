package dev.ticketing.auth.adapter.nimbus;

import com.nimbusds.oauth2.sdk.id.Issuer;
import dev.ticketing.auth.application.provider.IdentityProvider;
import dev.ticketing.auth.application.provider.IdentityProviders;
import dev.ticketing.auth.domain.Provider;
import dev.ticketing.platform.site.PublicAddress;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Clock;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.config.Config;

/** Google and Facebook, as far as the variables configure them. */
@ApplicationScoped
public class ConfiguredProviders implements IdentityProviders {

  private final Map<Provider, IdentityProvider> providers = new EnumMap<>(Provider.class);
  private final Map<Provider, ProviderSettings.Client> clients = new EnumMap<>(Provider.class);

  /** For the container's proxy. */
  protected ConfiguredProviders() {}

  @Inject
  public ConfiguredProviders(Config config, PublicAddress site, Clock clock) {
    this(name -> config.getOptionalValue(name, String.class), site, clock, new ProviderHttp());
  }

  ConfiguredProviders(
      Function<String, Optional<String>> variables,
      PublicAddress site,
      Clock clock,
      ProviderHttp http) {
    for (Provider provider : Provider.values()) {
      ProviderSettings settings = new ProviderSettings(provider, variables);
      URI back = site.of("/api/users/" + provider.slug() + "/callback");
      CodeFlow flow = new CodeFlow(http, back);
      settings
          .client()
          .ifPresent(
              client -> {
                clients.put(provider, client);
                providers.put(
                    provider,
                    switch (provider) {
                      case GOOGLE -> google(settings, client, flow, http, clock);
                      case FACEBOOK -> facebook(settings, client, flow, http);
                    });
              });
    }
  }

  private static OpenIdProvider google(
      ProviderSettings settings,
      ProviderSettings.Client client,
      CodeFlow flow,
      ProviderHttp http,
      Clock clock) {
    Issuer issuer = new Issuer(settings.address("ISSUER", "https://accounts.google.com"));
    return new OpenIdProvider(
        Provider.GOOGLE,
        client,
        issuer,
        new OpenIdMetadata(issuer, client.id(), http, clock),
        flow);
  }

  private static FacebookProvider facebook(
      ProviderSettings settings, ProviderSettings.Client client, CodeFlow flow, ProviderHttp http) {
    return new FacebookProvider(
        client,
        new FacebookProvider.Addresses(
            settings.address("AUTHORIZE_URL", "https://www.facebook.com/dialog/oauth"),
            settings.address("TOKEN_URL", "https://graph.facebook.com/oauth/access_token"),
            settings.address("USERINFO_URL", "https://graph.facebook.com/me")),
        flow,
        http);
  }

  /** What is wrong in the variables is told when the application starts. */
  void beginWithTheApplication(@Observes Startup event) {
    // having been created is all it takes
  }

  @Override
  public Optional<IdentityProvider> find(Provider provider) {
    return Optional.ofNullable(providers.get(provider));
  }

  Optional<ProviderSettings.Client> client(Provider provider) {
    return Optional.ofNullable(clients.get(provider));
  }
}
