/**
 * The standard library: packages that others are made from, admitted because they proved to work.
 */
package io.marquetry.library;
