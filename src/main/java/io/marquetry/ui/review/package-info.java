/** The effect review: what packages achieved, how sure that is, and what to do next. */
package io.marquetry.ui.review;
