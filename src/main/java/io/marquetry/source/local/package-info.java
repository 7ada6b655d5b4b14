/** Imports: a file becomes a database in the workspace that never changes again. */
package io.marquetry.source.local;
