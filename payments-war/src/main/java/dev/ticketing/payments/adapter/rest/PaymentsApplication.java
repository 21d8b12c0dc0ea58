package dev.ticketing.payments.adapter.rest;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.auth.LoginConfig;

/** The REST application of this domain. */
@ApplicationPath("/")
@LoginConfig(authMethod = "MP-JWT")
public class PaymentsApplication extends Application {}
