/** What is asked of outcomes, and what came of it: models that need no stage. */
package io.marquetry.ui.review.ask;
