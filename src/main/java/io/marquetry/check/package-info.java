/** What is looked at before somebody approves a package: named checks whose weights are set. */
package io.marquetry.check;
