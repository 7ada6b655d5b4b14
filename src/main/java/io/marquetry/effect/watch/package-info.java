/** Notices rates that shift or decay, and tags that jump or die. */
package io.marquetry.effect.watch;
