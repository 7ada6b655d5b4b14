/**
 * Packages: their parts, the edits that make them, drafts with undo, finished versions, and the
 * service over them.
 */
package io.marquetry.pack;
