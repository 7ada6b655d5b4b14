/** Mail: handed to a server over SMTP, and what came back read from a mailbox. */
package io.marquetry.dispatch.channel.mail;
