/** Sources on MariaDB and MySQL servers, asked where they lie. */
package io.marquetry.source.engine.mysql;
