/**
 * A sample of any size that follows from a seed: invented customers with no person behind them,
 * their purchases, tags over both, and packages to begin with.
 */
package io.marquetry.sample.generated;
