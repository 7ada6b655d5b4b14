/** Reports as a list of blocks, written as PDF or HTML. */
package io.marquetry.effect.report;
