/** Commands that import, list, check, propose and watch tags. */
package io.marquetry.cli.tag;
