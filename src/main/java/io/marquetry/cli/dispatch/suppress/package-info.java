/** Commands about addresses that get nothing. */
package io.marquetry.cli.dispatch.suppress;
