/** Sheets in which the question is chosen: outcomes, settings, and two sides to compare. */
package io.marquetry.ui.review.choose;
