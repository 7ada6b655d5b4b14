/** A package is made, named, changed, put away and taken back. */
package io.marquetry.cli.pack.edit;
