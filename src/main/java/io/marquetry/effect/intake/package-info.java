/** The import of outcomes, and the check of how they are mapped. */
package io.marquetry.effect.intake;
