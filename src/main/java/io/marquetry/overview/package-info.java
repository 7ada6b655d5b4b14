/** What a manager wants to see at once: what is live, what waits, what works, fades and costs. */
package io.marquetry.overview;
