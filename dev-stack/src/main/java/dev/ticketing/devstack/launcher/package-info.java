/**
 * The command line: starts the development stack, with or without Liberty, says where everything
 * is, and stops all of it together.
 */
package dev.ticketing.devstack.launcher;
