/** Answers questions about the profiles of a workspace's sources, whatever engine keeps them. */
package io.marquetry.source.ask;
