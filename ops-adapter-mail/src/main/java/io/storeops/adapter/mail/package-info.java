/**
 * A mail server as a channel: {@link io.storeops.adapter.mail.MailChannelProvider}. A message is one mail to all receivers or to none,
 * as plain text and as HTML, with its files. What the server answered decides: 250 after the text is ACCEPTED, a refusal of the server
 * or a failure before the text began is REFUSED, and whatever is lost after that is UNKNOWN.
 */
@NullMarked
package io.storeops.adapter.mail;

import org.jspecify.annotations.NullMarked;
