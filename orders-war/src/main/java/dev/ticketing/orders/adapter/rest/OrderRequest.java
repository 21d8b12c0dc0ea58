package dev.ticketing.orders.adapter.rest;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

/** The body that places an order. */
public record OrderRequest(
    @NotNull(message = "is required")
        @Pattern(regexp = "[0-9a-fA-F]{24}", message = "must be 24 hexadecimal characters")
        String ticketId) {}
