/** The life of a package, from draft to archive: who may take it where, and what was done. */
package io.marquetry.life;
