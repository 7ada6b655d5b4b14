/**
 * The package document and the tag file: written, read, checked and validated against the published
 * schemas.
 */
package io.marquetry.handoff;
