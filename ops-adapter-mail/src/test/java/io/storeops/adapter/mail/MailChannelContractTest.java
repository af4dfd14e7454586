package io.storeops.adapter.mail;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetupTest;
import io.storeops.publishing.Channel;
import io.storeops.spi.tck.ChannelContract;
import jakarta.mail.internet.MimeMessage;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;

class MailChannelContractTest extends ChannelContract {
    private GreenMail server = new GreenMail();

    @Override
    protected Channel open(Clock clock) {
        server = new GreenMail(ServerSetupTest.SMTP.dynamicPort());
        server.start();
        return Given.channel(clock, server.getSmtp().getPort(), "largestFile", "1000000");
    }

    @Override
    protected Channel unreachable(Clock clock) throws Exception {
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return Given.channel(clock, closed.getLocalPort());
        }
    }

    @Override
    protected List<String> received() throws Exception {
        List<String> texts = new ArrayList<>();
        for (MimeMessage mail : server.getReceivedMessages()) {
            texts.add(ReadMail.of(mail).plain());
        }
        return texts;
    }

    @Override
    protected List<byte[]> receivedFiles() throws Exception {
        List<byte[]> files = new ArrayList<>();
        for (MimeMessage mail : server.getReceivedMessages()) {
            files.addAll(ReadMail.of(mail).files().values());
        }
        return files;
    }

    @AfterEach
    void stop() {
        server.stop();
    }
}
