/**
 * Finds by a few words whatever the workspace holds: packages, tags, assets, requirements, sources,
 * people by their key.
 */
@org.jspecify.annotations.NullMarked
package io.marquetry.find;
