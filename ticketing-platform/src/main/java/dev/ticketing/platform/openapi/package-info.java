/** What the documents of all domains' APIs have in common. */
package dev.ticketing.platform.openapi;
