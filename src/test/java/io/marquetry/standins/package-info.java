/**
 * Files with the facts of well-known data sets and none of their rows, so that every figure can be
 * proved wherever the tests run.
 */
package io.marquetry.standins;
