package dev.ticketing.auth.adapter.token;

import com.ibm.websphere.security.jwt.InvalidBuilderException;
import com.ibm.websphere.security.jwt.InvalidClaimException;
import com.ibm.websphere.security.jwt.JwtBuilder;
import com.ibm.websphere.security.jwt.JwtException;
import dev.ticketing.auth.application.Tokens;
import dev.ticketing.auth.application.UserView;
import dev.ticketing.platform.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** Signs tokens with the server's own builder, whose key and issuer its configuration names. */
@ApplicationScoped
public class LibertyTokens implements Tokens {

  private static final String BUILDER = "ticketing";
  private static final String NAME_CLAIM = "upn";
  private static final String ROLES_CLAIM = "groups";

  @Override
  public String sign(UserView user, String sessionId, Instant expiresAt) {
    try {
      return JwtBuilder.create(BUILDER)
          .subject(user.id())
          .claim(NAME_CLAIM, user.email())
          .claim(ROLES_CLAIM, user.roles())
          .claim(Caller.SESSION_CLAIM, sessionId)
          .expirationTime(expiresAt.getEpochSecond())
          .buildJwt()
          .compact();
    } catch (JwtException | InvalidBuilderException | InvalidClaimException e) {
      throw new IllegalStateException("The server's token builder fails", e);
    }
  }
}
