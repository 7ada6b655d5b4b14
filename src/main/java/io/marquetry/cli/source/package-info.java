/** Commands that import customers, add other files as sources, and generate samples. */
package io.marquetry.cli.source;
