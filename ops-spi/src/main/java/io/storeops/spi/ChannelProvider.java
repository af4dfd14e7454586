package io.storeops.spi;

import io.storeops.publishing.Channel;

/** The provider of a {@link Channel}. */
public interface ChannelProvider extends AdapterProvider<Channel> {}
