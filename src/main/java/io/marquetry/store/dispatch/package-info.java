/** The files of dispatches, and of what holds for all of them; both lie beside the workspace. */
package io.marquetry.store.dispatch;
