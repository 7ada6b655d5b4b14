/** The window around the screens: bar, rail, menus, notices, sheets, settings, tour. */
package io.marquetry.ui.shell;
