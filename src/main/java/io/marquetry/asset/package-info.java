/**
 * What a package can contain besides its audience: coupons, templates, recommendation rules. Each
 * is an asset that tags refer to by its key.
 */
package io.marquetry.asset;
