package dev.ticketing.auth.adapter.rest;

import dev.ticketing.auth.application.provider.Callback;
import jakarta.ws.rs.QueryParam;

/** What a provider sends somebody back with. */
public class CallbackRequest extends BrowserRequest {

  @QueryParam("state")
  private String state;

  @QueryParam("code")
  private String code;

  @QueryParam("error")
  private String error;

  @QueryParam("iss")
  private String issuer;

  Callback callback() {
    return new Callback(state, code, error, issuer);
  }
}
