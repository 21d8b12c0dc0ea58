/** Requests that no careful client would send, made from the document of the API by chance. */
package dev.ticketing.system.fuzz;
