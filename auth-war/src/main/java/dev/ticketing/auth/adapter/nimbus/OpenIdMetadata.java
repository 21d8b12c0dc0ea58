package dev.ticketing.auth.adapter.nimbus;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderConfigurationRequest;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import java.io.IOException;
import java.net.URL;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * What an OpenID provider says of itself, and its keys. It is asked when first needed and once in a
 * while; while it does not answer, what it said last holds.
 */
final class OpenIdMetadata {

  private static final System.Logger LOG = System.getLogger(OpenIdMetadata.class.getName());
  private static final Duration FRESH = Duration.ofHours(1);
  private static final Duration PAUSE = Duration.ofMinutes(1);
  private static final long KEYS_MILLIS = Duration.ofMinutes(10).toMillis();
  private static final long KEYS_WAIT_MILLIS = Duration.ofSeconds(10).toMillis();
  private static final int MAX_SKEW_SECONDS = 10;

  /** The provider as we know it. */
  record Known(OIDCProviderMetadata metadata, IDTokenValidator validator, Instant until) {}

  private final Issuer issuer;
  private final ClientID client;
  private final ProviderHttp http;
  private final Clock clock;
  private volatile Known known;

  OpenIdMetadata(Issuer issuer, ClientID client, ProviderHttp http, Clock clock) {
    this.issuer = issuer;
    this.client = client;
    this.http = http;
    this.clock = clock;
  }

  /**
   * @throws IOException when the provider has never answered, or answers nonsense
   */
  Known known() throws IOException {
    Known last = known;
    Instant now = clock.instant();
    if (last != null && now.isBefore(last.until())) {
      return last;
    }
    try {
      known = ask(last, now.plus(FRESH));
    } catch (IOException e) {
      if (last == null) {
        throw e;
      }
      LOG.log(System.Logger.Level.WARNING, "{0} does not tell its configuration: {1}", issuer, e);
      known = new Known(last.metadata(), last.validator(), now.plus(PAUSE));
    }
    return known;
  }

  private Known ask(Known last, Instant until) throws IOException {
    HTTPResponse answer = new OIDCProviderConfigurationRequest(issuer).toHTTPRequest().send(http);
    try {
      answer.ensureStatusCode(HTTPResponse.SC_OK);
      OIDCProviderMetadata metadata = OIDCProviderMetadata.parse(answer.getBodyAsJSONObject());
      if (!issuer.equals(metadata.getIssuer())
          || metadata.getAuthorizationEndpointURI() == null
          || metadata.getTokenEndpointURI() == null) {
        throw new IOException(issuer + " tells another issuer, or not all of its addresses");
      }
      boolean sameKeys =
          last != null && last.metadata().getJWKSetURI().equals(metadata.getJWKSetURI());
      IDTokenValidator validator =
          sameKeys ? last.validator() : validator(metadata.getJWKSetURI().toURL());
      return new Known(metadata, validator, until);
    } catch (ParseException | IllegalArgumentException e) {
      throw new IOException(issuer + " tells its configuration in no known form", e);
    }
  }

  private IDTokenValidator validator(URL keys) {
    JWKSource<SecurityContext> source =
        JWKSourceBuilder.<SecurityContext>create(keys, http)
            .cache(KEYS_MILLIS, KEYS_WAIT_MILLIS)
            .refreshAheadCache(false)
            .rateLimited(true)
            .outageTolerant(true)
            .build();
    IDTokenValidator validator =
        new IDTokenValidator(
            issuer, client, new JWSVerificationKeySelector<>(JWSAlgorithm.RS256, source), null);
    validator.setMaxClockSkew(MAX_SKEW_SECONDS);
    return validator;
  }
}
