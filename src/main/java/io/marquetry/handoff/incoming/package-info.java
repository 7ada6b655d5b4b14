/**
 * Package documents that come in: what they hold is compared with the workspace before anything is
 * written, and taken in one save.
 */
package io.marquetry.handoff.incoming;
