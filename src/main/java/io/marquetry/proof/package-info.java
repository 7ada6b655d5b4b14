/**
 * A proof of a text, as printers make one: what everybody of an audience would read, measured
 * before anyone sends it.
 */
@org.jspecify.annotations.NullMarked
package io.marquetry.proof;
