/**
 * The order in which profiles are numbered, found from their own tags, so that sets become runs.
 */
package io.marquetry.index.order;
