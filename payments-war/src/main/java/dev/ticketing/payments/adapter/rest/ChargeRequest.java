package dev.ticketing.payments.adapter.rest;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * The body that pays an order.
 *
 * @param token Stripe's name for the buyer's card
 */
public record ChargeRequest(
    @NotNull(message = "is required")
        @Size(max = 255, message = "must be at most 255 characters")
        @Pattern(
            regexp = "(tok|pm)_[A-Za-z0-9_]+",
            message = "must be a Stripe token (tok_...) or payment method (pm_...)")
        String token,
    @NotNull(message = "is required")
        @Pattern(regexp = "[0-9a-fA-F]{24}", message = "must be 24 hexadecimal characters")
        String orderId) {}
