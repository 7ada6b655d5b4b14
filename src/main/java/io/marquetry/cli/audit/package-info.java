/** {@code audit}: what was done, verified and handed out. */
package io.marquetry.cli.audit;
