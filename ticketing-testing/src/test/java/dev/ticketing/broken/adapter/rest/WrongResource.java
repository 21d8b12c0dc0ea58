package dev.ticketing.broken.adapter.rest;

import com.nimbusds.oauth2.sdk.id.ClientID;
import com.stripe.StripeClient;
import dev.ticketing.broken.application.WrongService;
import org.bson.Document;

/** An adapter that does what is other adapters' business. */
public class WrongResource {

  public WrongService application;
  public StripeClient stripe;
  public Document document;
  public ClientID client;
}
