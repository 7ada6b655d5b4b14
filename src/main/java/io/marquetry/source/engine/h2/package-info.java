/** Sources in H2 files. */
package io.marquetry.source.engine.h2;
