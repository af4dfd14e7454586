/** Messages to the groups of WeCom, DingTalk, Feishu and Slack, through the robots that these give out webhooks for. */
module io.storeops.adapter.chat {
    requires transitive io.storeops.spi;
    requires java.logging;
    requires java.net.http;

    exports io.storeops.adapter.chat;

    provides io.storeops.spi.ChannelProvider with
            io.storeops.adapter.chat.DingTalkChannelProvider,
            io.storeops.adapter.chat.FeishuChannelProvider,
            io.storeops.adapter.chat.SlackChannelProvider,
            io.storeops.adapter.chat.WeComChannelProvider;
}
