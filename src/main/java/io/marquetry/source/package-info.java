/**
 * Profile sources: where customers lie, which attributes and events they have, and the service that
 * adds and removes them.
 */
package io.marquetry.source;
