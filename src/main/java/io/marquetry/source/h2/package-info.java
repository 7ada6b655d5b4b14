/** H2 files: how they are opened, and what they hold before anything in them runs. */
package io.marquetry.source.h2;
