/** Takes one person out of all that a workspace holds, and says what was done. */
package io.marquetry.erase;
