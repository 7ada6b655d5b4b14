/**
 * Parts of the screen that show an answer: cards, charts, tags, advice, and the people of a group.
 */
package io.marquetry.ui.review.answer;
