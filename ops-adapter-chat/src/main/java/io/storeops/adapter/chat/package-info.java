/**
 * Robots of chat groups as channels: {@code wecom}, {@code dingtalk}, {@code feishu} and {@code slack}. A document is laid out in the
 * platform's own form, divided into numbered messages where it is longer than the platform takes, and sent once; what the
 * platform's answer proves decides what becomes of it. No text that somebody else chose mentions a person or makes a link.
 */
@NullMarked
package io.storeops.adapter.chat;

import org.jspecify.annotations.NullMarked;
