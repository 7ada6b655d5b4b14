/** Signatures beside files that are handed over: made, checked, and whose they are. */
package io.marquetry.handoff.sign;
