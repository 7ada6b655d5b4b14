/** Tags, their rules, their naming standard, and the service that governs them. */
package io.marquetry.tag;
