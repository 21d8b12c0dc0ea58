/** How the soak speaks to the servers: who is asked, what was answered, and how long it took. */
package dev.ticketing.system.soak.calls;
