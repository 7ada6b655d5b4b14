/** The workspace that a newcomer finds, filled from the shipped part of The Complete Journey. */
package io.marquetry.sample;
