/** Databases on servers: connecting one, and how it stands with those that are. */
package io.marquetry.ui.sources.remote;
