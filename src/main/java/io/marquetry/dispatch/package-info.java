/** One run of a package version: who gets it, when, and what became of it; values and rules. */
package io.marquetry.dispatch;
