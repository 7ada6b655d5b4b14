/**
 * What is asked of an index: what-ifs, the waterfall, overlap, changes, combinations, who is in and
 * why.
 */
package io.marquetry.index.question;
