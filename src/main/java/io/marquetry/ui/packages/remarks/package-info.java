/** What people say of a package, and when it is meant to be out; shown beside its versions. */
package io.marquetry.ui.packages.remarks;
