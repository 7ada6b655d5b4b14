/** Bundles: several package documents in one file. */
package io.marquetry.handoff.bundle;
