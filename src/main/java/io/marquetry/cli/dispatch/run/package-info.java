/** A dispatch is planned, tried, approved and sent, held up and taken up again. */
package io.marquetry.cli.dispatch.run;
