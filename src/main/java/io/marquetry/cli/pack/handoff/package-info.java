/** Packages go out and come in as documents: written, signed, posted, judged and taken. */
package io.marquetry.cli.pack.handoff;
