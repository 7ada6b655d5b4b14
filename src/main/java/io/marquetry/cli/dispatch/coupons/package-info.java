/** Commands about the codes that coupons are given out from. */
package io.marquetry.cli.dispatch.coupons;
