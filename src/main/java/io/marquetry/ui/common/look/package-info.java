/** How things are shown: numbers, names, badges, bars, tips and the theme. */
package io.marquetry.ui.common.look;
