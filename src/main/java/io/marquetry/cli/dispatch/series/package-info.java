/** Commands about dispatches that repeat themselves. */
package io.marquetry.cli.dispatch.series;
