/** What to do next with a package, and the figures that say so. */
package io.marquetry.effect.advice;
