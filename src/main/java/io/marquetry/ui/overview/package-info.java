/** What is live, what waits, what works, fades and costs: a screen whose lines lead to places. */
package io.marquetry.ui.overview;
