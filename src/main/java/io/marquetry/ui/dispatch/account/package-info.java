/** Who takes messages: listed, added, tested, changed and removed in the window. */
package io.marquetry.ui.dispatch.account;
