/**
 * Proposes audience tags from the columns and events of a source, so that somebody who has just
 * brought customers has tags to compose with.
 */
package io.marquetry.propose;
