/**
 * Sets of profiles, packed, and counting over them a block at a time. Places in a set mean nothing
 * outside of the index.
 */
package io.marquetry.index.sets;
