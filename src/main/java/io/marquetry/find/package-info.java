/**
 * Finds by a few words whatever the workspace holds: packages, tags, sources, people by their key.
 */
@org.jspecify.annotations.NullMarked
package io.marquetry.find;
