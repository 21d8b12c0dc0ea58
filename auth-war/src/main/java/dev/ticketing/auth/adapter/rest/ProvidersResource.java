package dev.ticketing.auth.adapter.rest;

import dev.ticketing.auth.application.provider.IdentityProviders;
import dev.ticketing.auth.domain.Provider;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/**
 * Sign-in through Google and Facebook over HTTP; a provider that is not configured is not found.
 */
@Path("/")
@ApplicationScoped
@PermitAll
public class ProvidersResource {

  private IdentityProviders providers;
  private ProviderFlow flow;

  /** For the container's proxy. */
  protected ProvidersResource() {}

  @Inject
  public ProvidersResource(IdentityProviders providers, ProviderFlow flow) {
    this.providers = providers;
    this.flow = flow;
  }

  /** The names of the providers that one can sign in through. */
  public record Configured(List<String> providers) {}

  @GET
  @Path("providers")
  @Produces(MediaType.APPLICATION_JSON)
  @APIResponse(responseCode = "200", description = "What buttons a page may show")
  public Configured configured() {
    return new Configured(
        Stream.of(Provider.values())
            .filter(provider -> providers.find(provider).isPresent())
            .map(Provider::slug)
            .toList());
  }

  @GET
  @Path("google")
  @APIResponse(responseCode = "302", description = "To the provider")
  @APIResponse(responseCode = "401", description = "To link it one has to be signed in")
  @APIResponse(responseCode = "404", description = "Not configured")
  @APIResponse(responseCode = "503", description = "The provider cannot be reached")
  public Response google(@BeanParam BeginRequest request) {
    return flow.begin(Provider.GOOGLE, request);
  }

  @GET
  @Path("google/callback")
  @APIResponse(responseCode = "302", description = "Signed in, or on the page that tells why not")
  @APIResponse(responseCode = "401", description = "Not signed in; for clients that want no pages")
  @APIResponse(responseCode = "404", description = "Not configured")
  @APIResponse(responseCode = "429", description = "Too many sign-ins came to nothing")
  @APIResponse(responseCode = "503", description = "The provider cannot be reached")
  public Response googleCallback(@BeanParam CallbackRequest request) {
    return flow.finish(Provider.GOOGLE, request);
  }

  @GET
  @Path("facebook")
  @APIResponse(responseCode = "302", description = "To the provider")
  @APIResponse(responseCode = "401", description = "To link it one has to be signed in")
  @APIResponse(responseCode = "404", description = "Not configured")
  @APIResponse(responseCode = "503", description = "The provider cannot be reached")
  public Response facebook(@BeanParam BeginRequest request) {
    return flow.begin(Provider.FACEBOOK, request);
  }

  @GET
  @Path("facebook/callback")
  @APIResponse(responseCode = "302", description = "Signed in, or on the page that tells why not")
  @APIResponse(responseCode = "401", description = "Not signed in; for clients that want no pages")
  @APIResponse(responseCode = "404", description = "Not configured")
  @APIResponse(responseCode = "429", description = "Too many sign-ins came to nothing")
  @APIResponse(responseCode = "503", description = "The provider cannot be reached")
  public Response facebookCallback(@BeanParam CallbackRequest request) {
    return flow.finish(Provider.FACEBOOK, request);
  }
}
