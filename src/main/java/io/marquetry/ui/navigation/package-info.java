/**
 * Where a step can lead, told apart from who takes the user there: screens know destinations, never
 * each other.
 */
@org.jspecify.annotations.NullMarked
package io.marquetry.ui.navigation;
