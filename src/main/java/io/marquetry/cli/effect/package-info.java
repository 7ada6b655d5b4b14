/** Commands that show, report, watch and judge what packages achieved. */
package io.marquetry.cli.effect;
