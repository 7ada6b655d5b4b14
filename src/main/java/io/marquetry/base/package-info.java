/**
 * What every feature stands on: problems as sentences, texts in both languages, cancelling, durable
 * files, and the guard of the FX thread.
 */
package io.marquetry.base;
