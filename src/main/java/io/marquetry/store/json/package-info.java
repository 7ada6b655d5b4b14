/** What is kept as JSON: drafts, sources, outcomes and entries of the library. */
package io.marquetry.store.json;
