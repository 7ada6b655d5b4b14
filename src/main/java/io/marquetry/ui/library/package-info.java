/** The standard library: cards with their evidence, and packages made from them. */
package io.marquetry.ui.library;
