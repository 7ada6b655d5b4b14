/** {@code asset picture}: the pictures that an asset shows. */
@org.jspecify.annotations.NullMarked
package io.marquetry.cli.asset.picture;
