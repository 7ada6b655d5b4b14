/** Sources on servers: signing in from this machine, testing the way there, and listing them. */
package io.marquetry.source.remote;
