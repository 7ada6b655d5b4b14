/** Dispatches that repeat themselves. */
package io.marquetry.dispatch.series;
