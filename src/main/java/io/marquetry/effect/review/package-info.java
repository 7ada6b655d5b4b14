/** What outcomes say, asked once: the same for the screen, for paper and for the command line. */
package io.marquetry.effect.review;
