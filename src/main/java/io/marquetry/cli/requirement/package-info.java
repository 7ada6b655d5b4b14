/** The commands on requirements in words. */
@org.jspecify.annotations.NullMarked
package io.marquetry.cli.requirement;
