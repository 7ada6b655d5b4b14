/** The way of a package to approval and into use: what is checked, said and waited for. */
package io.marquetry.cli.pack.life;
