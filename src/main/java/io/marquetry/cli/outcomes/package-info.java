/** Commands that import, link, list and remove outcomes. */
package io.marquetry.cli.outcomes;
