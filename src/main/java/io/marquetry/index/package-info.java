/**
 * Who carries which tag, as sets on disk, and the set algebra behind every number that the composer
 * shows.
 */
package io.marquetry.index;
