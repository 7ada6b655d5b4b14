/** What became of dispatches: their list, their state, and why one person got what they got. */
package io.marquetry.cli.dispatch.look;
