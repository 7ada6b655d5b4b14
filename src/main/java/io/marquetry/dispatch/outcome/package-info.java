/** What a dispatch achieved: who did what was wanted, of those sent to and of those held out. */
package io.marquetry.dispatch.outcome;
