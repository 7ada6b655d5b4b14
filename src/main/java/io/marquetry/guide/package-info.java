/**
 * The user guide: pages in each language, carried inside the program and read without a network.
 * Their files lie in {@code docs/user}.
 */
package io.marquetry.guide;
