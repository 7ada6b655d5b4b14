/** Short messages: handed to a centre over SMPP 3.4, and what comes back over the same line. */
package io.marquetry.dispatch.channel.smpp;
