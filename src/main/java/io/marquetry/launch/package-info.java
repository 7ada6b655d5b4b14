/** Starts the program, and wires it by hand: the only place that knows everything. */
package io.marquetry.launch;
