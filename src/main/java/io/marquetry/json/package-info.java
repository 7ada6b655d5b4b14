/**
 * Strict reading and canonical writing of JSON (RFC 8785), for documents and for what the workspace
 * stores.
 */
package io.marquetry.json;
