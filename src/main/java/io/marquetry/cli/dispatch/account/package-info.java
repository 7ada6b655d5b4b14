/** The commands of who takes messages. */
package io.marquetry.cli.dispatch.account;
