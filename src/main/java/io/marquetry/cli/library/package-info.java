/** {@code library}: the standard library, and packages made from it. */
package io.marquetry.cli.library;
