/** The commands on the assets behind the tags. */
@org.jspecify.annotations.NullMarked
package io.marquetry.cli.asset;
