/** Whether there is a newer version: asked only where the user allows it, and only told. */
package io.marquetry.update;
