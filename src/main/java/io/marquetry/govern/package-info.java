/**
 * The tag centre: who keeps tags and assets, where they are in their life, where they are used, and
 * what renaming, merging and retiring them changes.
 */
package io.marquetry.govern;
