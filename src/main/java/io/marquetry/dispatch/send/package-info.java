/**
 * Sending what was frozen: claims that are durable before anything goes out, and what came back.
 */
package io.marquetry.dispatch.send;
