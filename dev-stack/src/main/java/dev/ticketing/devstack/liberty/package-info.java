/**
 * Open Liberty as a child process: started in the foreground of whoever starts it, asked for its
 * readiness, stopped gracefully or killed.
 */
package dev.ticketing.devstack.liberty;
