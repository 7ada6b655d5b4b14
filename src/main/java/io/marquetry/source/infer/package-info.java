/** Which types the columns of a file hold, without guessing. */
package io.marquetry.source.infer;
