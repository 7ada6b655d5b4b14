/** The commands of dispatches. */
package io.marquetry.cli.dispatch;
