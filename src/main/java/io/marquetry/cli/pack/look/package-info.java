/** What is there: packages, their versions, and how they differ. */
package io.marquetry.cli.pack.look;
