/** The finished versions of a package: looked at, compared, restored, exported again. */
package io.marquetry.ui.packages.versions;
