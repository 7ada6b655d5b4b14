/** Where a package is in its life, shown above its versions, and the steps that can be made. */
package io.marquetry.ui.packages.life;
