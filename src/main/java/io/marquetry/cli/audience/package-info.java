/** Commands that count, explain and compare audiences. */
package io.marquetry.cli.audience;
