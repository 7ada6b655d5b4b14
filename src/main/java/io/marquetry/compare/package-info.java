/** What packages share with each other, and who came and went since their versions. */
package io.marquetry.compare;
