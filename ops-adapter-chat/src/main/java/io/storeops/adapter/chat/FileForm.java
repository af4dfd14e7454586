package io.storeops.adapter.chat;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.storeops.id.Sha256;
import io.storeops.json.Json;
import io.storeops.publishing.OutgoingMessage;
import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;

/** A file as a form of HTML hands it in, or as WeCom takes it within a message. */
final class FileForm {
    private final String contentType;
    private final byte[] body;

    private FileForm(String contentType, byte[] body) {
        this.contentType = contentType;
        this.body = body;
    }

    /** The file as the one part of a form. */
    static FileForm of(String field, OutgoingMessage.File file) {
        byte[] content = file.content().content();
        // No file has its own hash in it.
        String boundary = "storeops-" + Sha256.of(content).hex();
        ByteArrayOutputStream body = new ByteArrayOutputStream(content.length + 512);
        body.writeBytes(("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + field + "\"; filename=\""
                        + file.name() + "\"; filelength=" + content.length + "\r\nContent-Type: "
                        + "application/octet-stream\r\n\r\n")
                .getBytes(UTF_8));
        body.writeBytes(content);
        body.writeBytes(("\r\n--" + boundary + "--\r\n").getBytes(UTF_8));
        return new FileForm("multipart/form-data; boundary=" + boundary, body.toByteArray());
    }

    /** What the body is, with the boundary between its parts. */
    String contentType() {
        return contentType;
    }

    /** The body, which nobody changes. */
    byte[] body() {
        return body;
    }

    /** A picture within a message of WeCom, with the MD5 that WeCom checks it by. */
    static Map<String, Json> image(byte[] content) {
        try {
            byte[] md5 = MessageDigest.getInstance("MD5").digest(content);
            return Map.of(
                    "base64", Json.of(Base64.getEncoder().encodeToString(content)),
                    "md5", Json.of(HexFormat.of().formatHex(md5)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has MD5", e);
        }
    }
}
