/** What takes messages: one class for each kind of provider. */
package io.marquetry.dispatch.channel;
